import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { inviteEditor } from '#server/dispositifs/editor/invite-editor.server.ts'
import { removeEditor } from '#server/dispositifs/editor/remove-editor.server.ts'
import { getOwnDossier } from '#server/dispositifs/fill/get-own-dossier.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { invitedInput } from '#server/dispositifs/start/start.schema.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { fieldFaults, typedIn } from '../../identity/refusal.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { editorLines } from './editor-lines.ts'
import { EditorNote } from './editor-note.tsx'
import { InviteForm } from './invite-form.tsx'
import { OwnFrame } from './own-frame.tsx'
import { ownHead } from './own-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  const found = await answering(args, async () => getOwnDossier(ctx, recordId(args.params.id)))
  return {
    head: ownHead(ctx, found),
    title: i18nFor(ctx.locale).t('dispositifs:holder.editors.title'),
    holders: found.holders.map(({ id, name }) => ({ id, name })),
    editors: editorLines(found.editors, found.holders, ctx.account.id),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const form = await submitted(args)
    const typed = typedIn(form, 'email', 'name', 'organisationId', 'access')
    const home = `/${ctx.network.slug}/espace/dossiers/${id}`
    try {
      if (form.get('intent') === 'retirer') {
        const { self } = await removeEditor(ctx, id, recordId(String(form.get('editeur') ?? '')))
        return redirect(self ? `/${ctx.network.slug}/espace/dossiers` : `${home}/equipe?fait=editeur-retire`)
      }
      const person = invitedInput.safeParse(typed)
      if (!person.success) {
        // Whose dossier it is is asked before anything is said of what was typed.
        await getOwnDossier(ctx, id)
        return data({ typed, faults: fieldFaults(person.error), code: null }, { status: 422 })
      }
      await inviteEditor(ctx, id, person.data)
      return redirect(`${home}/equipe?fait=invite`)
    } catch (error) {
      if (!(error instanceof DomainError) || ![409, 422, 429].includes(error.status)) throw error
      const code = error.code.split('.')[1]!
      const faults: Record<string, string> = error.details.field
        ? { [String(error.details.field)]: code }
        : {}
      return data({ typed, faults, code: error.details.field ? null : code }, { status: error.status })
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && `${page.title} · ${page.head.name}` },
]

export default function Editors() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const fault = (name: string) => (refused?.faults[name] ? t(`faults.${refused.faults[name]}`) : undefined)
  return (
    <OwnFrame head={page.head} here={page.title}>
      {refused?.code ? (
        <p className="notice bad" role="alert">
          {t(refused.code === 'sent_too_often' ? 'space:sender.sent_too_often' : `faults.${refused.code}`)}
        </p>
      ) : null}
      <ul className="todo">
        {page.editors.map((one) => (
          <li key={one.id}>
            <div className="grow">
              <strong>{one.name}</strong>
              <p className="small muted">{one.email}</p>
              <p className="small">
                <EditorNote of={one} />
              </p>
            </div>
            {page.head.reads && !one.self ? null : (
              <Form method="post">
                <input type="hidden" name="editeur" value={one.id} />
                <ConfirmSubmit
                  label={t(one.self ? 'holder.editors.leave' : 'holder.editors.remove')}
                  question={t(one.self ? 'holder.editors.leaveQuestion' : 'holder.editors.removeQuestion', {
                    name: one.name,
                  })}
                  consequence={t('holder.editors.removeConsequence')}
                  name="intent"
                  value="retirer"
                  small
                  danger
                />
              </Form>
            )}
          </li>
        ))}
      </ul>
      {page.head.reads ? (
        <p className="notice">{t('holder.editors.youRead')}</p>
      ) : (
        <section className="card stack" aria-labelledby="inviter">
          <h2 id="inviter">{t('holder.editors.invite')}</h2>
          <p className="muted">{t('holder.editors.lead')}</p>
          <InviteForm holders={page.holders} typed={refused?.typed ?? {}} fault={fault} />
        </section>
      )}
    </OwnFrame>
  )
}
