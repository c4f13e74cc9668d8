import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { attachFile } from '#server/crm/attachment/attach-file.server.ts'
import { findAttachments } from '#server/crm/attachment/find-attachments.server.ts'
import { removeAttachment } from '#server/crm/attachment/remove-attachment.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { fileRefused, refusalOf } from '#server/kernel/files/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Attachments } from '../kernel/attachments.tsx'
import { fileLines } from '../kernel/file-lines.server.ts'
import { nameOf } from '../shell.server.ts'
import { VisibleBy } from '../ui/visible-by.tsx'
import { uploaded } from '../upload.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const { name, files } = await answering(args, async () => findAttachments(ctx, recordId(args.params.id)))
  return {
    name,
    files: fileLines(files, ctx.network, ctx.locale),
    home: `/${ctx.network.slug}/bureau/structures/${args.params.id}`,
    network: nameOf(ctx.network),
    title: `${i18nFor(ctx.locale).t('kernel:files.title')} — ${name}`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:write'])
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const home = `/${ctx.network.slug}/bureau/structures/${id}`
    await findAttachments(ctx, id)
    try {
      const { form, upload } = await uploaded(args)
      const removed = form.get('retirer')
      if (removed) {
        await removeAttachment(ctx, id, recordId(String(removed)))
        return redirect(`${home}?fait=piece_retiree#pieces`)
      }
      if (!upload) throw fileRefused('missing')
      await attachFile(ctx, id, upload)
    } catch (error) {
      const fault = refusalOf(error)
      if (!fault) throw error
      return data({ fault }, { status: fault === 'too_large' ? 413 : 422 })
    }
    return redirect(`${home}?fait=piece_jointe#pieces`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function AttachmentsPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('kernel')
  return (
    <>
      <nav className="small" aria-label={t('crm:breadcrumb')}>
        <Link to={page.home}>{page.name}</Link>
      </nav>
      <h1>{t('files.title')}</h1>
      <VisibleBy who="team" />
      <section className="card stack">
        <Attachments files={page.files} action={`${page.home}/pieces`} fault={refused?.fault} />
      </section>
    </>
  )
}
