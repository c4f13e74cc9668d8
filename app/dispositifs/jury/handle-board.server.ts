import { PRESENCES } from '#server/dispositifs/sitting/sitting.schema.ts'
import {
  dropItem,
  fillAgenda,
  moveItem,
  notePresence,
} from '#server/dispositifs/sitting/write-agenda.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { textOf } from './read-input.server.ts'

/** What a board's forms send: what to say afterwards, perhaps nothing. Null: nothing known was asked. */
export async function handleBoard(ctx: Context, sitting: string, form: FormData): Promise<string | null> {
  switch (form.get('intent')) {
    case 'remplir':
      await fillAgenda(ctx, sitting)
      return 'ordre-rempli'
    case 'monter':
    case 'descendre':
      await moveItem(ctx, sitting, recordId(textOf(form, 'point')), form.get('intent') === 'monter' ? -1 : 1)
      return ''
    case 'oter':
      await dropItem(ctx, sitting, recordId(textOf(form, 'point')))
      return ''
    case 'appel': {
      const presence = PRESENCES.find((one) => one === form.get('presence'))
      if (!presence) return null
      await notePresence(ctx, sitting, recordId(textOf(form, 'membre')), presence, textOf(form, 'par'))
      return ''
    }
    default:
      return null
  }
}
