import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { type Before, fieldsBefore } from '../batch/batch.ts'
import type { Noted } from '../batch/note-change.server.ts'
import { lockOrganisation } from '../organisation/locked-organisation.server.ts'
import { publishOrganisation } from '../organisation/publish-organisation.server.ts'
import { saveRecord, type Written } from '../organisation/save-record.server.ts'
import { unpublishOrganisation } from '../organisation/unpublish-organisation.server.ts'
import { type OwnField, readOwnValue } from '../own-field/own-field.ts'
import { putTag, takeTagOff } from '../tag/wear-tag.server.ts'
import { insertTask } from '../task/write-task.server.ts'
import type { BulkChange } from './bulk.ts'

/** Does an act to one record that it changes, and gives what a batch has to remember of it. */
export async function changeRecord(
  tx: Transaction,
  ctx: StaffContext,
  id: string,
  change: BulkChange,
  field?: OwnField,
): Promise<Noted> {
  const row = await lockOrganisation(tx, ctx, id)
  const noted = (before: Before, version = row.version): Noted => ({ organisationId: id, before, version })
  const written = async (values: Written) => {
    const { version } = await saveRecord(tx, ctx, row, values, { action: 'organisation.updated' })
    return noted({ fields: fieldsBefore(row, values) }, version)
  }
  switch (change.act) {
    case 'tag':
      await putTag(tx, ctx, id, change.tag)
      return noted({ tagged: [change.tag] })
    case 'untag':
      await takeTagOff(tx, ctx, id, change.tag)
      return noted({ untagged: [change.tag] })
    case 'publish':
      await publishOrganisation(ctx, id)
      return noted({ fields: fieldsBefore(row, { publishedAt: null }) }, row.version + 1)
    case 'withdraw':
      await unpublishOrganisation(ctx, id)
      return noted({ fields: fieldsBefore(row, { publishedAt: null }) }, row.version + 1)
    case 'sector':
      return written({ sectors: [...row.sectors, change.sector] })
    case 'unsector':
      return written({ sectors: row.sectors.filter((sector) => sector !== change.sector) })
    case 'kind':
      return written({ kind: change.kind, subkind: change.subkind })
    case 'own': {
      const { [field!.key]: was, ...others } = row.ownFields
      const { value } = readOwnValue(field!, change.values)
      return written({ ownFields: value === null ? others : { ...others, [field!.key]: value } })
    }
    case 'keep': {
      // Who looks after a record says nothing of it: it is no fresher for that.
      const { before, version } = await written({ lookedAfterBy: change.account, updatedAt: row.updatedAt })
      return noted({ ...before, keeper: change.account }, version)
    }
    case 'task': {
      const { act, ...task } = change
      return noted({ tasks: [await insertTask(tx, ctx, id, task)], task })
    }
  }
}
