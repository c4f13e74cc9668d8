import { and, eq, inArray } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dossierImportLine } from '#db/schema/dispositifs/import.ts'
import { organisationLabels } from '#server/crm/public.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { notOfNetwork } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { countLines } from './check-lines.server.ts'
import { lockImport, setImport } from './import-row.server.ts'

/** What a person settles of one line: whose dossier it is, and where the file is believed. */
export interface LineChoice {
  line: number
  /** A record, « create », or nobody yet. */
  holder?: string | null
  taken?: string[]
}

export async function chooseLines(ctx: Context, id: string, choices: LineChoice[]): Promise<void> {
  demand(ctx, dispositifs['dossier:import'])
  const chosen = choices.flatMap(({ holder }) => (holder && holder !== 'create' ? [holder] : []))
  const known = await organisationLabels(ctx, chosen)
  if (chosen.some((one) => !known.has(one))) throw notOfNetwork('holders')
  await inNetwork(ctx, async (tx) => {
    await lockImport(tx, ctx, id, ['checked'])
    const of = and(eq(dossierImportLine.networkId, ctx.network.id), eq(dossierImportLine.importId, id))
    const lines = choices.map(({ line }) => line)
    const rows = await tx
      .select()
      .from(dossierImportLine)
      .where(and(of, inArray(dossierImportLine.line, lines)))
    for (const row of rows) {
      const choice = choices.find(({ line }) => line === row.line)!
      const set: Partial<typeof dossierImportLine.$inferInsert> = {}
      if (!row.dossierId && choice.holder !== undefined && row.verdict !== 'refused') {
        const creates = choice.holder === 'create' && typeof row.given.holder === 'string'
        set.makesHolder = creates
        set.holderId = creates ? null : choice.holder === 'create' ? null : choice.holder
        set.verdict = creates || set.holderId ? 'create' : 'choose'
      }
      if (row.dossierId && choice.taken) {
        const taken = choice.taken.filter((target) => row.changes[target]?.kept)
        const writes = taken.length > 0 || Object.values(row.changes).some(({ kept }) => !kept)
        set.taken = taken
        set.verdict = writes ? 'update' : 'same'
      }
      if (Object.keys(set).length > 0)
        await tx
          .update(dossierImportLine)
          .set(set)
          .where(and(of, eq(dossierImportLine.line, row.line)))
    }
    await setImport(tx, ctx, id, { counts: await countLines(tx, ctx, id) })
  })
}
