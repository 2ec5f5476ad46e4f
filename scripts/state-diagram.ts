/** `npm run state-diagram`: prints what stands between the markers of docs/architecture.md. */
import { stateDiagram } from '@/lib/domain/state-diagram';

process.stdout.write(`${stateDiagram()}\n`);
