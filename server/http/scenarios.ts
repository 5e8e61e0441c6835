import { type Request, Router } from 'express';
import { languagesOf } from '../../shared/scenario/translations.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { COMES_WITH_THE_GAME, type Shelf, type ShelvedScenario, shelvedIn } from '../scenarios.ts';

type Asked = Request<{ readonly id: string }>;

/** What everybody may read of the scenarios. */
export function scenarioRoutes(shelf: Shelf): Router {
  const all = [...shelf.scenarios.values()];
  /** All of them, each in a language if it comes in that, else as it is written. */
  const listIn = (language: string | undefined) => all.map((shelved) => summarise(shelved, shelvedIn(shelved, language) ?? shelved));
  const find = ({ params, query }: Asked): ShelvedScenario => {
    const shelved = shelf.scenarios.get(params.id) ?? refuse(PROBLEMS.unknownScenario);
    return shelvedIn(shelved, asked(query.language)) ?? refuse(PROBLEMS.unknownLanguage);
  };
  const routes = Router();
  routes.get('/scenarios', ({ query }, response) => void response.json(listIn(asked(query.language))));
  routes.get('/scenarios/:id', (request, response) => void response.json(find(request).brief));
  routes.get('/scenarios/:id/cases', (request, response) => void response.json(find(request).caseFiles));
  return routes;
}

const asked = (language: unknown): string | undefined => (language === undefined ? undefined : String(language));

/** What a list tells of a scenario; in the words of `told`, which is the same one in some language. */
function summarise({ scenario }: ShelvedScenario, { brief }: ShelvedScenario) {
  const { id, title, summary, minutes, rounds, phases } = brief;
  return {
    id,
    title,
    summary,
    languages: languagesOf(scenario),
    minutes,
    mostMinutes: Math.max(minutes, Math.round((rounds * phases.reduce((sum, { seconds }) => sum + seconds, 0)) / 60)),
    rounds,
    own: !COMES_WITH_THE_GAME.includes(id),
    seats: brief.seats.map((seat) => ({ id: seat.id, role: seat.role, name: seat.name, tagline: seat.tagline })),
  };
}
