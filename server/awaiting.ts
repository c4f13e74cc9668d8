import {
  duplicatesToSettle,
  messagesToHandOver,
  organisationsToCheck,
  proposalsToDecide,
  registrationsToDecide,
  tasksToDo,
} from './crm/public.ts'
import { listingTiesToSay } from './directory/public.ts'
import {
  awaitsHolder,
  awaitsInstructor,
  awaitsSponsor,
  dossiersToCheck,
  dossiersToFollow,
} from './dispositifs/public.ts'
import { requestsToDecide } from './identity/public.ts'
import { failedWorks } from './kernel/todo/failed-works.server.ts'
import type { TodoProvider } from './kernel/todo/todo.ts'
import { projectProposalsToDecide, tiesToAnswer } from './projects/public.ts'
import { nextSteps } from './support/public.ts'

/** What may await a person of the team, in the order it matters. */
export const AWAITING: TodoProvider[] = [
  // One line each.
  failedWorks,
  tasksToDo,
  requestsToDecide,
  registrationsToDecide,
  messagesToHandOver,
  proposalsToDecide,
  projectProposalsToDecide,
  dossiersToCheck,
  dossiersToFollow,
  nextSteps,
  duplicatesToSettle,
  tiesToAnswer,
  listingTiesToSay,
  organisationsToCheck,
]

/** What may await whoever comes from outside, in their space: paths are below it. */
export const AWAITING_IN_SPACE: TodoProvider[] = [
  // One line each.
  awaitsSponsor,
  awaitsInstructor,
  awaitsHolder,
]
