import { examine } from './doctor-checks';
import { summary, toLines, type Finding } from './doctor-report';

/** `npm run doctor [-- <account range>]`: says in words what keeps this portal from pushing a card; exits 1 on a fault. */
const findings: Finding[] = [];
for await (const finding of examine(process.env, process.argv[2])) {
  findings.push(finding);
  console.log(toLines(finding));
}
console.log(summary(findings));
process.exitCode = findings.some((finding) => finding.mark === 'fault') ? 1 : 0;
