import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { attachToField, detachFromField } from '#server/dispositifs/attach/attach-to-dossier.server.ts'
import { getOwnDossier } from '#server/dispositifs/fill/get-own-dossier.server.ts'
import { visibleFields } from '#server/dispositifs/form/form.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { fileRefused, refusalOf } from '#server/kernel/files/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Attachments } from '../../kernel/attachments.tsx'
import { fileLines } from '../../kernel/file-lines.server.ts'
import { uploaded } from '../../upload.server.ts'
import { useSaid } from '../form/filling.ts'
import { OwnFrame } from './own-frame.tsx'
import { ownHead } from './own-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  const found = await answering(args, async () => getOwnDossier(ctx, recordId(args.params.id)))
  const head = ownHead(ctx, found)
  const { form, row, open, files } = found
  const fields = visibleFields(form, row.answers).filter(
    ({ key, type }) => type === 'file' && open.includes(key),
  )
  if (found.open.length === 0) throw redirect(head.home)
  return {
    head,
    fields: fields.map(({ key, label, help, required, max }) => ({
      ...{ key, label, help: help ?? null, required, most: max ?? 5 },
      files: fileLines(
        files.filter(({ fieldKey }) => fieldKey === key),
        ctx.network,
        ctx.locale,
      ),
    })),
    title: i18nFor(ctx.locale).t('dispositifs:holder.files.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  return answering(args, async () => {
    const id = recordId(args.params.id)
    await getOwnDossier(ctx, id)
    const here = `/${ctx.network.slug}/espace/dossiers/${id}/pieces`
    const field = new URL(args.request.url).searchParams.get('question') ?? ''
    try {
      const { form, upload } = await uploaded(args)
      const removed = form.get('retirer')
      if (removed) {
        await detachFromField(ctx, id, recordId(String(removed)))
        return redirect(`${here}?fait=piece_retiree`)
      }
      if (!upload) throw fileRefused('missing')
      await attachToField(ctx, id, field, upload)
      return redirect(`${here}?fait=piece_jointe`)
    } catch (error) {
      const fault = refusalOf(error)
      if (fault) return data({ field, fault, told: null }, { status: fault === 'too_large' ? 413 : 422 })
      if (error instanceof DomainError && (error.status === 422 || error.status === 409))
        return data({ field, fault: null, told: error.code.split('.')[1]! }, { status: error.status })
      throw error
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && `${page.title} · ${page.head.name}` },
]

export default function OwnFiles() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  return (
    <OwnFrame head={page.head} here={page.title}>
      {page.fields.length === 0 ? <p className="empty">{t('holder.files.notAsked')}</p> : null}
      {refused?.told ? (
        <p className="notice bad" role="alert">
          {t(`faults.${refused.told}`)}
        </p>
      ) : null}
      {page.fields.map((field) => (
        <section key={field.key} className="card stack" aria-labelledby={`q.${field.key}`}>
          <h2 id={`q.${field.key}`}>
            {field.required ? t('form.required', { label: said(field.label) }) : said(field.label)}
          </h2>
          {field.help ? <p className="muted">{said(field.help)}</p> : null}
          <p className="small muted">{t('holder.files.most', { count: field.most })}</p>
          <Attachments
            files={field.files}
            action={`${page.head.home}/pieces?question=${field.key}`}
            fault={refused?.field === field.key ? refused.fault : null}
            none={t('holder.files.noneHere')}
          />
        </section>
      ))}
      <p>
        <Link className="btn" to={`${page.head.home}/remplir`}>
          {t('holder.backToForm')}
        </Link>
      </p>
    </OwnFrame>
  )
}
