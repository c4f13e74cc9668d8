import { findOwnFields } from '#server/crm/own-field/find-own-fields.server.ts'
import type { OwnField } from '#server/crm/own-field/own-field.ts'
import { isOwnField } from '#server/crm/page/page.ts'
import { crm } from '#server/crm/permissions.ts'
import type { Context } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'

type Line = { changes: Record<string, unknown> }

/** The fields a network added, by which lines of history are told: read only when one of them names such a field. */
export async function ownOfHistory(ctx: Context, lines: Line[]): Promise<OwnField[]> {
  const named = lines.some(({ changes }) =>
    Object.entries(changes).some(
      ([key, value]) => key === 'ownFields' || isOwnField(key) || (key === 'fields' && Array.isArray(value)),
    ),
  )
  return named && may(ctx, crm['organisation:read']) ? findOwnFields(ctx) : []
}
