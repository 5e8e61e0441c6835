import { Router } from 'express';
import { PROBLEMS, refuse } from '../problems.ts';
import type { Shelf, ShelvedScenario } from '../scenarios.ts';

/** What everybody may read of the scenarios. */
export function scenarioRoutes(shelf: Shelf): Router {
  const list = [...shelf.scenarios.values()].map(summarise);
  const find = (id: string): ShelvedScenario => shelf.scenarios.get(id) ?? refuse(PROBLEMS.unknownScenario);
  const routes = Router();
  routes.get('/scenarios', (_request, response) => void response.json(list));
  routes.get('/scenarios/:id', (request, response) => void response.json(find(request.params.id).brief));
  routes.get('/scenarios/:id/cases', (request, response) => void response.json(find(request.params.id).caseFiles));
  return routes;
}

function summarise({ brief }: ShelvedScenario) {
  const { id, title, summary, minutes, rounds } = brief;
  return {
    id,
    title,
    summary,
    minutes,
    rounds,
    seats: brief.seats.map((seat) => ({ id: seat.id, role: seat.role, name: seat.name, tagline: seat.tagline })),
  };
}
