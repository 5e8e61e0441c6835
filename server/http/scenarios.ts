import { type Request, Router } from 'express';
import { languagesOf } from '../../shared/scenario/translations.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import { COMES_WITH_THE_GAME, type Shelf, type ShelvedScenario, shelvedIn } from '../scenarios.ts';

type Asked = Request<{ readonly id: string }>;

/** What everybody may read of the scenarios. */
export function scenarioRoutes(shelf: Shelf): Router {
  const list = [...shelf.scenarios.values()].map(summarise);
  const find = ({ params, query }: Asked): ShelvedScenario => {
    const shelved = shelf.scenarios.get(params.id) ?? refuse(PROBLEMS.unknownScenario);
    const wanted = query.language === undefined ? undefined : String(query.language);
    return shelvedIn(shelved, wanted) ?? refuse(PROBLEMS.unknownLanguage);
  };
  const routes = Router();
  routes.get('/scenarios', (_request, response) => void response.json(list));
  routes.get('/scenarios/:id', (request, response) => void response.json(find(request).brief));
  routes.get('/scenarios/:id/cases', (request, response) => void response.json(find(request).caseFiles));
  return routes;
}

function summarise({ brief, scenario }: ShelvedScenario) {
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
