import { and, eq, inArray } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { project, projectTie } from '#db/schema/projects.ts'
import { changesBetween } from '#server/crm/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { fieldRefused } from '../errors.ts'
import { writeProjectListing } from '../listing/write-project-listing.server.ts'
import { demandPicturesUnlocated } from '../picture/demand-unlocated.server.ts'
import { readAround, writeAround } from './around-project.server.ts'
import { type ProjectRow, thisProject } from './locked-project.server.ts'
import { type ProjectInput, projectFields } from './project.schema.ts'

const OWN_FIELDS = Object.keys(projectFields.shape).filter(
  (key) => !['holders', 'partnersHere', 'partnersThere', 'funding'].includes(key),
) as (keyof ProjectInput & keyof ProjectRow)[]

/** A new draft. Who calls has asked who may: staff by their own act, a member through an accepted proposal. */
export async function insertProject(tx: Transaction, ctx: NetworkContext, input: ProjectInput) {
  const id = v7()
  const now = ctx.clock.now()
  const { holders, partnersHere, partnersThere, funding, ...own } = input
  await tx.insert(project).values({ networkId: ctx.network.id, id, ...own, createdAt: now, updatedAt: now })
  await writeAround(tx, ctx, id, { holders, partnersHere, partnersThere, funding })
  await record(tx, ctx, {
    action: 'project.created',
    objectType: 'project',
    objectId: id,
    changes: { name: input.title },
  })
  return { id }
}

/**
 * The whole of a locked project replaced by a validated input: rows, history, and the listing when it is
 * published, in the same transaction. Nothing is written when nothing changed.
 */
export async function applyProject(
  tx: Transaction,
  ctx: NetworkContext,
  before: ProjectRow,
  input: ProjectInput,
): Promise<{ version: number }> {
  if (before.publishedAt && input.visibility !== 'public') throw fieldRefused('visibility', 'published')
  if (input.countryOnly) await demandPicturesUnlocated(tx, ctx, before.id, input)
  const current = await currentInput(tx, ctx, before)
  const changes = changesBetween(current, input)
  if (Object.keys(changes).length === 0) return { version: before.version }
  const { holders, partnersHere, partnersThere, funding, ...own } = input
  const next = { ...own, version: before.version + 1, updatedAt: ctx.clock.now() }
  await tx.update(project).set(next).where(thisProject(before))
  await writeAround(tx, ctx, before.id, { holders, partnersHere, partnersThere, funding })
  if (input.title !== before.title) await renameTies(tx, before, input.title)
  if (before.publishedAt) await writeProjectListing(tx, ctx, before.id)
  await record(tx, ctx, {
    action: 'project.updated',
    objectType: 'project',
    objectId: before.id,
    changes: await withNames(tx, ctx, changes),
  })
  return { version: next.version }
}

/** Our end of its ties says what it is called now: a place that left the title is told to no other network. */
async function renameTies(tx: Transaction, { networkId, id }: ProjectRow, projectTitle: string) {
  const ours = and(eq(projectTie.networkId, networkId), eq(projectTie.projectId, id))
  await tx.update(projectTie).set({ projectTitle }).where(ours)
}

/** A project as the form that would give it, to compare a proposal with. */
export async function currentInput(
  tx: Transaction,
  ctx: NetworkContext,
  row: ProjectRow,
): Promise<ProjectInput> {
  const own = Object.fromEntries(OWN_FIELDS.map((key) => [key, row[key]]))
  return { ...own, ...(await readAround(tx, ctx, row.id)) } as ProjectInput
}

type Changes = Record<string, { from: unknown; to: unknown }>

/** History is read by people: organisations by their names, partners and funders as one line each. */
async function withNames(tx: Transaction, ctx: NetworkContext, changes: Changes): Promise<Changes> {
  const ids = [changes.holders, changes.partnersHere].flatMap((one) =>
    one ? [one.from as string[], one.to as string[]].flat() : [],
  )
  const names = new Map<string, string>()
  if (ids.length) {
    const rows = await tx
      .select({ id: organisation.id, name: organisation.name })
      .from(organisation)
      .where(and(eq(organisation.networkId, ctx.network.id), inArray(organisation.id, ids)))
    for (const { id, name } of rows) names.set(id, name)
  }
  const told = (value: unknown) =>
    Array.isArray(value)
      ? value.map((one) => (typeof one === 'string' ? (names.get(one) ?? one) : one))
      : value
  return Object.fromEntries(
    Object.entries(changes).map(([key, { from, to }]) => [key, { from: told(from), to: told(to) }]),
  )
}
