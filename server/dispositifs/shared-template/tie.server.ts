import { and, desc, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositifTaken, dispositifTakenVersion } from '#db/schema/dispositifs/template.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { type SharedTemplate, sharedTemplate } from './shared-template.schema.ts'

export type Tie = typeof dispositifTaken.$inferSelect & {
  /** What was taken, the last first. */
  versions: { version: number; content: SharedTemplate; takenAt: Date }[]
}

/** From which template a dispositif comes, with every version of it that was taken; null for one's own. */
export async function tieOf(tx: Transaction, ctx: NetworkContext, dispositifId: string): Promise<Tie | null> {
  const [tie] = await tx.select().from(dispositifTaken).where(thisTie(ctx, dispositifId))
  if (!tie) return null
  const { networkId, dispositifId: of, version, content, takenAt } = dispositifTakenVersion
  const rows = await tx
    .select({ version, content, takenAt })
    .from(dispositifTakenVersion)
    .where(and(eq(networkId, ctx.network.id), eq(of, dispositifId)))
    .orderBy(desc(version))
  return {
    ...tie,
    versions: rows.map((row) => ({ ...row, content: sharedTemplate.parse(row.content) })),
  }
}

export const thisTie = (ctx: NetworkContext, dispositifId: string) =>
  and(eq(dispositifTaken.networkId, ctx.network.id), eq(dispositifTaken.dispositifId, dispositifId))

/** What a revision was written upon; the first version taken for what was written before that was kept. */
export const baseOf = ({ versions }: Tie, version: number | null): SharedTemplate =>
  (versions.find((one) => one.version === version) ?? versions.at(-1))!.content
