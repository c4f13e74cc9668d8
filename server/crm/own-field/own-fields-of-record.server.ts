import type { RecordPart } from '../organisation/record-part.ts'
import { crm } from '../permissions.ts'
import { ownFieldsSql } from './find-own-fields.server.ts'
import type { OwnField } from './own-field.ts'

/** The network's own fields, by which its values are told. */
export const ownFieldsOfRecord: RecordPart<OwnField[]> = {
  rule: crm['organisation:read'],
  json: (ctx) => ownFieldsSql(ctx),
}
