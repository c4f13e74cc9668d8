import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import { nameUnmatched } from '../errors.ts'
import { crm } from '../permissions.ts'
import { checkImport } from './check-import.server.ts'
import { lockImport, setImport } from './import-row.server.ts'
import type { Answers } from './matching.schema.ts'

/** Keeps what values mean, and asks for the whole file to be checked; nothing of it is written. */
export async function askCheck(ctx: Context, id: string, answers: Answers): Promise<void> {
  demand(ctx, crm['import:run'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['matching', 'checked'])
    if (!row.matching.columns.some(({ field }) => field === 'name')) throw nameUnmatched()
    const all: Answers = { ...row.answers }
    for (const [field, said] of Object.entries(answers)) all[field] = { ...all[field], ...said }
    const work = await beginWork(tx, ctx, checkImport, { importId: id })
    await setImport(tx, ctx, id, { answers: all, state: 'checking', workId: work.id, counts: {} })
  })
}
