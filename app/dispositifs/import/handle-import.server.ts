import { chooseLines, type LineChoice } from '#server/dispositifs/import/choose-lines.server.ts'
import { confirmImport } from '#server/dispositifs/import/confirm-import.server.ts'
import { forgetImport } from '#server/dispositifs/import/forget-import.server.ts'
import { getImport } from '#server/dispositifs/import/get-import.server.ts'
import { undoImport } from '#server/dispositifs/import/undo-import.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { cancelWork, retryWork } from '#server/kernel/work/change-work.server.ts'

type Ids = { session: string; id: string }

/** What the forms of an import's page send: where to go afterwards, under the list of imports. */
export async function handleImport(
  ctx: Context,
  { session, id }: Ids,
  form: FormData,
): Promise<string | null> {
  const found = await getImport(ctx, session, id)
  switch (form.get('intent')) {
    case 'confirmer':
      await confirmImport(ctx, id)
      return `/${id}`
    case 'defaire':
      await undoImport(ctx, id)
      return `/${id}`
    case 'oublier':
      await forgetImport(ctx, id)
      return '?fait=oublie'
    case 'arreter':
      if (found.work) await cancelWork(ctx, found.work.id)
      return `/${id}`
    case 'reprendre':
      if (found.work) await retryWork(ctx, found.work.id)
      return `/${id}`
    case 'choisir': {
      await chooseLines(ctx, id, choicesIn(form))
      const back = new URLSearchParams({ lignes: String(form.get('lignes') ?? ''), fait: 'choisi' })
      if (form.get('page')) back.set('page', String(form.get('page')))
      return `/${id}?${back}`
    }
    default:
      return null
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `ligne` names every line of the page, so that a box that was unticked is known. */
function choicesIn(form: FormData): LineChoice[] {
  const taken = form.getAll('prendre').map(String)
  return form
    .getAll('ligne')
    .map(Number)
    .filter((line) => Number.isInteger(line) && line > 0)
    .slice(0, 200)
    .map((line) => {
      const holder = form.get(`porteur:${line}`)
      const said = typeof holder === 'string' ? holder : undefined
      return {
        line,
        ...(said === undefined ? {} : { holder: said === 'create' || UUID.test(said) ? said : null }),
        taken: taken.flatMap((one) => (one.startsWith(`${line}:`) ? one.slice(`${line}:`.length) : [])),
      }
    })
}
