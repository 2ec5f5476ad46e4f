import fc from 'fast-check';
import { expect } from 'vitest';
import type { Bank, Report, Weather } from './bank';
import { isOver, type Model } from './model';
import type { RealBank } from './real-bank';

type Call = (bank: Bank<string | Promise<string>>) => string | Promise<string>;

/** One thing that happens, to the model and to the portal; afterwards they stand alike. */
class Step implements fc.AsyncCommand<Model, RealBank> {
  constructor(
    private readonly name: string,
    protected readonly call: Call,
    private readonly possible: (model: Model) => boolean = () => true,
  ) {}
  check(model: Readonly<Model>): boolean {
    return this.possible(model as Model);
  }
  async run(model: Model, real: RealBank): Promise<void> {
    const expected = await this.call(model);
    expect(await this.call(real), this.name).toBe(expected);
    count(expected);
    await this.compare(model, real);
  }
  protected async compare(model: Model, real: RealBank): Promise<void> {
    expect(await real.standing(), this.name).toEqual(model.standing());
    count(`state ${model.state}`);
    for (const { outcome } of model.cards) count(`card ${outcome}`);
  }
  toString(): string {
    return this.name;
  }
}

/** The same while the audit cannot be written: nothing may come of it. */
class StepWithoutAudit extends Step {
  override async run(model: Model, real: RealBank): Promise<void> {
    model.act();
    await real.withoutAudit(async () => this.call(real)).catch(() => undefined);
    await this.compare(model, real);
  }
  override toString(): string {
    return `${super.toString()} without audit`;
  }
}

/** What a person does next who wants to get on, whatever MDES and Click to Pay make of it. */
function onwardFrom(model: Model, weather: Weather, report: Report): Call[] {
  const confirm: Call[] = [
    (bank) => bank.resend(),
    (bank) => bank.look('first'),
    (bank) => bank.confirm('first', true, weather),
  ];
  const steps: Record<string, Call[]> = {
    draft: [(bank) => bank.look('first'), (bank) => bank.agree('first', 'nothing')],
    consented: confirm,
    expired: confirm,
    pushing: [(bank) => bank.sweep()],
    unknown: [(bank) => bank.pushAgain(weather)],
    pushed: [(bank) => bank.leave('home')],
    with_token_requestor: [(bank) => bank.comeBack('owner', 'home', report)],
  };
  return steps[model.state] ?? [(bank) => bank.start(2)];
}

class Onward extends Step {
  constructor(
    private readonly weather: Weather,
    private readonly report: Report,
  ) {
    super(
      `onward, ${weather}, ${report}`,
      () => 'ok',
      (model) => mayGoOn(model) && mayCode(model),
    );
  }
  override async run(model: Model, real: RealBank): Promise<void> {
    const calls = onwardFrom(model, this.weather, this.report);
    for (const call of model.act() ? calls : [(bank: Parameters<Call>[0]) => bank.signIn()])
      await new Step(this.toString(), call).run(model, real);
  }
}

/** Several things, one after the other: what chance alone would seldom bring together. */
class Together extends Step {
  constructor(
    name: string,
    private readonly calls: Call[],
    possible: (model: Model) => boolean,
  ) {
    super(name, () => 'ok', possible);
  }
  override async run(model: Model, real: RealBank): Promise<void> {
    for (const call of this.calls) await new Step(this.toString(), call).run(model, real);
  }
}

const mayPush = (model: Model) => model.state !== 'pushing' && model.pushes < 9;
const mayGoOn = (model: Model) => model.pushes < 9;
const mayCode = (model: Model) => model.codesSent < 5;
const begun = (model: Model) => model.state !== 'none';
const tab = fc.constantFrom('first', 'second');
const browser = fc.constantFrom('home', 'home', 'other');
const wish = fc.constantFrom('nothing', 'email');
const weather = fc.constantFrom<Weather[]>(
  'fair',
  'fair',
  'error',
  'html',
  'turned_away',
  'refused',
  'hostile',
  'lost',
);
const report = fc.constantFrom<Report[]>('approved', 'declined', 'cancelled', 'first', 'forged');
const who = fc.constantFrom('owner', 'owner', 'stranger', 'nobody');
const cards = fc.integer({ min: 1, max: 2 });
const onward = fc.tuple(weather, report).map(([w, r]) => new Onward(w, r));

const others = fc.tuple(report, fc.constantFrom('stranger', 'nobody')).map(
  ([r, other]) =>
    new Together(
      `others come back before the owner, with ${r}`,
      [
        (bank) => bank.leave('home'),
        (bank) => bank.comeBack(other, 'home', r),
        (bank) => bank.comeBack(other, 'other', r),
        // Twice: from the first time on this browser has a cookie of its own.
        (bank) => bank.comeBack('owner', 'other', r),
        (bank) => bank.comeBack('owner', 'other', r),
      ],
      ({ awaiting }) => awaiting,
    ),
);

export const STEPS = [
  ...Array.from({ length: 12 }, () => onward),
  fc.constant(new Step('sign in', (bank) => bank.signIn())),
  fc.constant(new Step('sign out', (bank) => bank.signOut())),
  cards.map(
    (n) =>
      new Step(
        `start with ${n}`,
        (bank) => bank.start(n),
        ({ state }) => isOver(state),
      ),
  ),
  tab.map((t) => new Step(`look, ${t} tab`, (bank) => bank.look(t), begun)),
  cards.map((n) => new Step(`choose ${n}`, (bank) => bank.change(n), begun)),
  fc.tuple(tab, wish).map(
    ([t, w]) =>
      new Step(
        `agree in the ${t} tab, keep ${w}`,
        (bank) => bank.agree(t, w),
        (model) => begun(model) && mayCode(model),
      ),
  ),
  fc.constant(
    new Step(
      'another code',
      (bank) => bank.resend(),
      (model) => begun(model) && mayCode(model),
    ),
  ),
  fc.tuple(tab, fc.boolean(), weather).map(
    ([t, right, w]) =>
      new Step(
        `confirm in the ${t} tab, ${right ? 'right' : 'wrong'} code, ${w}`,
        (bank) => bank.confirm(t, right, w),
        (model) => begun(model) && mayPush(model),
      ),
  ),
  weather.map(
    (w) =>
      new Step(
        `push again, ${w}`,
        (bank) => bank.pushAgain(w),
        (model) => begun(model) && mayPush(model),
      ),
  ),
  browser.map((b) => new Step(`leave from ${b}`, (bank) => bank.leave(b), begun)),
  fc
    .tuple(who, browser, report)
    .map(
      ([w, b, r]) => new Step(`${w} comes back to ${b} with ${r}`, (bank) => bank.comeBack(w, b, r), begun),
    ),
  browser.map((b) => new Step(`apply what is parked at ${b}`, (bank) => bank.applyParked(b), begun)),
  fc.constant(
    new Step(
      'cancel',
      (bank) => bank.cancel(),
      ({ pushes }) => pushes > 0,
    ),
  ),
  fc.constant(new Step('half a minute passes', (bank) => bank.sweep(), begun)),
  // Even numbers: no sum of them is the end of a code or a receipt to the minute.
  fc.constantFrom(6, 16, 40, -30).map((m) => new Step(`clock ${m} min`, (bank) => bank.jump(m))),
  fc.constant(
    new Together(
      'the receipts expire',
      [(bank) => bank.jump(16), (bank) => bank.sweep()],
      ({ awaiting }) => awaiting,
    ),
  ),
  fc.constant(
    new Together(
      'a return comes late',
      [
        (bank) => bank.leave('home'),
        (bank) => bank.jump(16),
        (bank) => bank.comeBack('owner', 'home', 'approved'),
      ],
      ({ awaiting }) => awaiting,
    ),
  ),
  ...Array.from({ length: 4 }, () => others),
  fc.constant(
    new Together(
      'a wrong code',
      [(bank) => bank.look('first'), (bank) => bank.confirm('first', false, 'fair')],
      ({ state }) => state === 'consented',
    ),
  ),
  fc.constant(
    new Together(
      'the code is too old',
      [(bank) => bank.jump(6), (bank) => bank.look('first'), (bank) => bank.confirm('first', true, 'fair')],
      ({ state }) => state === 'consented',
    ),
  ),
  fc.constant(new Step('crash', (bank) => bank.crash())),
  fc
    .constantFrom<[string, Call][]>(
      ['agree', (bank) => bank.agree('first', 'email')],
      ['confirm', (bank) => bank.confirm('first', true, 'fair')],
      ['leave', (bank) => bank.leave('home')],
      ['come back', (bank) => bank.comeBack('owner', 'home', 'approved')],
      ['cancel', (bank) => bank.cancel()],
    )
    .map(
      ([name, call]) =>
        new StepWithoutAudit(
          name,
          call,
          // A return from elsewhere is parked, which needs no audit.
          (model) =>
            begun(model) && mayPush(model) && (name !== 'come back' || model.bound === 'home') && model.act(),
        ),
    ),
];

export const EVERYWHERE = [
  ...['SIGNED_OUT', 'STALE', 'STEP_SKIPPED', 'WRONG_CODE', 'CODE_EXPIRED', 'FAILED'],
  ...['draft', 'consented', 'pushing', 'unknown', 'pushed', 'with_token_requestor'].map(
    (state) => `state ${state}`,
  ),
  ...['reported', 'rejected', 'expired', 'cancelled'].map((state) => `state ${state}`),
  ...['refused', 'approved', 'declined', 'cancelled', 'unknown'].map((outcome) => `card ${outcome}`),
];

/** How often the portal answered what, and where it stood: a model that is never disagreed with must at least have been everywhere. */
export const reached = new Map<string, number>();
const count = (word: string) => reached.set(word, (reached.get(word) ?? 0) + 1);
