import type { PactsSpec } from './pacts.ts';
import { oneOf, type Path } from './problems.ts';
import type { Scenario } from './schema.ts';
import { capital } from './sentences.ts';

type Report = (path: Path, message: string) => void;

/** Reports what keeps a scenario's pacts from working: no step that judges them, money that nobody has, promises without an end. */
export function checkPacts(scenario: Scenario, report: Report): void {
  const { pacts } = scenario;
  if (pacts === undefined) return;
  checkJudgement(scenario, report);
  checkMoney(scenario, pacts, report);
  for (const [id, term] of Object.entries(pacts.terms)) {
    const path = ['pacts', 'terms', id];
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(id) || id === 'constructor')
      report(path, 'Names are lower-case letters, digits and dashes, at most 40, and begin with a letter. "constructor" can’t be one.');
    if (term.kept === undefined && term.broken === undefined)
      report(path, 'Nothing says when this promise is kept or broken. Give it a condition "kept" or "broken".');
  }
}

function checkJudgement({ steps, phases }: Scenario, report: Report): void {
  const judging = steps.flatMap((step, index) => (step.run.includes('pacts') ? [{ step, index }] : []));
  if (judging.length === 0)
    report(['pacts'], 'No step looks whether promises are kept. Add "pacts" to the "run" of a step at the round’s end.');
  for (const { index } of judging.slice(1))
    report(['steps', index, 'run'], 'Promises are looked at in an earlier step already. Keep "pacts" in the last of them.');
  for (const { step, index } of judging)
    if (phases.some(({ id, kind }) => id === step.phase && kind !== 'choice'))
      report(['steps', index, 'run'], 'Promises must be looked at after a phase of choice. Move "pacts" to a step of such a phase.');
}

function checkMoney({ meters }: Scenario, { payable }: PactsSpec, report: Report): void {
  payable.forEach((meter, index) => {
    const owner = meters[meter]?.owner;
    if (owner === undefined) return;
    if (owner === 'world')
      report(['pacts', 'payable', index], 'A meter of the world belongs to nobody, so nobody can pay in it. Remove it.');
    else if (payable.findIndex((other) => meters[other]?.owner === owner) !== index)
      report(['pacts', 'payable', index], `${capital(oneOf(owner))} can pay in one meter only. Keep one of them.`);
  });
}
