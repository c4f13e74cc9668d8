import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { fieldsRefused } from '../errors.ts'
import { lockProject } from '../project/locked-project.server.ts'
import { type ProjectInput, projectInput } from '../project/project.schema.ts'
import { showProject } from '../project/publish-project.server.ts'
import { applyProject, currentInput, insertProject } from '../project/write-project.server.ts'
import { changesIn, type ProjectProposal } from './own-projects.server.ts'
import type { MemberField } from './proposal.ts'

/** Writes the fields taken of a proposal; a new project is made whole and published. Who calls asked who may. */
export async function applyProposal(
  tx: Transaction,
  ctx: NetworkContext,
  proposal: ProjectProposal,
  taken: MemberField[],
): Promise<string> {
  const changes = changesIn(proposal)
  if (proposal.projectId === null) {
    const { id } = await insertProject(tx, ctx, whole({ ...changes, holders: [proposal.organisationId] }))
    await showProject(tx, ctx, await lockProject(tx, ctx, id))
    return id
  }
  const before = await lockProject(tx, ctx, proposal.projectId)
  const now = await currentInput(tx, ctx, before)
  const chosen = Object.fromEntries(taken.map((field) => [field, changes[field]]))
  await applyProject(tx, ctx, before, whole({ ...now, ...chosen }))
  return before.id
}

/** A part of a proposal may not fit what it is put into: the country alone, beside a text that names the place. */
function whole(given: unknown): ProjectInput {
  const { success, data, error } = projectInput.safeParse(given)
  if (success) return data
  throw fieldsRefused(error.issues.map(({ path, message }) => ({ field: String(path[0]), fault: message })))
}
