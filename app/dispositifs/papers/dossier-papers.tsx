import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import {
  answerWithFile,
  attachAtDesk,
  detachAtDesk,
} from '#server/dispositifs/attach/attach-at-desk.server.ts'
import { NO_FIELD } from '#server/dispositifs/attach/file-fields.ts'
import { getAttached } from '#server/dispositifs/attach/get-attached.server.ts'
import { isWritable } from '#server/dispositifs/dossier/is-writable.ts'
import { fieldMissing } from '#server/dispositifs/errors.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { fileRefused, refusalOf } from '#server/kernel/files/errors.ts'
import { ACCEPTED } from '#server/kernel/files/media-types.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { fileLines } from '../../kernel/file-lines.server.ts'
import { Field } from '../../ui/field.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { useDone } from '../../ui/use-done.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { uploaded } from '../../upload.server.ts'
import { refusedAct } from '../desk/dispositif-values.server.ts'
import { DossierHeading } from '../desk/dossier-heading.tsx'
import { dossierHead } from '../desk/heading-of.server.ts'
import { useSaid } from '../form/filling.ts'
import { AttachedFile } from './attached-file.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const { row, session, files, fields } = await answering(args, async () =>
    getAttached(ctx, recordId(args.params.id)),
  )
  const shown = fileLines(files, ctx.network, ctx.locale)
  return {
    head: dossierHead(ctx, row, session, 'papers'),
    mayWrite: may(ctx, dispositifs['dossier:write']) && isWritable(row),
    files: shown.map((file, nth) => ({ ...file, kind: files[nth]!.kind, answers: files[nth]!.answers })),
    fields: fields.map(({ key, label, required, given, room }) => ({ key, label, required, given, room })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:write'])
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const here = `/${ctx.network.slug}/bureau/dispositifs/dossiers/${id}/pieces`
    let field = ''
    try {
      const { form, upload } = await uploaded(args)
      const text = (name: string) => String(form.get(name) ?? '')
      field = text('question')
      if (form.has('retirer')) {
        await detachAtDesk(ctx, id, recordId(text('retirer')))
        return redirect(`${here}?fait=piece_retiree`)
      }
      if (form.has('piece')) {
        await answerWithFile(ctx, id, recordId(text('piece')), field)
        return redirect(`${here}?fait=piece_rattachee`)
      }
      if (!upload) throw fileRefused('missing')
      if (!field) throw fieldMissing('question')
      await attachAtDesk(ctx, id, field === NO_FIELD ? null : field, upload)
      return redirect(`${here}?fait=piece_jointe`)
    } catch (error) {
      const fault = refusalOf(error)
      if (fault)
        return data(
          { field, fault, told: null, choose: false },
          { status: fault === 'too_large' ? 413 : 422 },
        )
      const refused = refusedAct(error)
      if (!refused) throw error
      const told = refused.faults.question ? null : refused.code
      return data({ field, fault: null, told, choose: told === null }, { status: refused.status })
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }]

const MOST_BYTES = 10 * 1024 * 1024
const SAID = ['piece_jointe', 'piece_retiree', 'piece_rattachee']

export default function DossierPapers() {
  const { head, mayWrite, files, fields } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  const done = useDone()
  const open = fields.filter(({ room }) => room)
  const awaited = fields.filter(({ required, given }) => required && given === 0)
  return (
    <div className="stack">
      <DossierHeading head={head} />
      {done && SAID.includes(done) ? (
        <p className="notice ok" role="status">
          {t(`papers.desk.done.${done}`)}
        </p>
      ) : null}
      {refused?.told ? (
        <p className="notice bad" role="alert">
          {t(`faults.${refused.told}`)}
        </p>
      ) : null}
      <section className="card stack" aria-labelledby="pieces">
        <h2 id="pieces">{t('holder.files.title')}</h2>
        {awaited.length > 0 ? (
          <div className="notice">
            <p>{t('papers.desk.awaited')}</p>
            <ul>
              {awaited.map(({ key, label }) => (
                <li key={key}>{said(label)}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {files.length === 0 ? <p className="muted">{t('holder.files.none')}</p> : null}
        <ul className="plain stack">
          {files.map((file) => (
            <AttachedFile key={file.id} file={file} fields={open} mayWrite={mayWrite} />
          ))}
        </ul>
      </section>
      {mayWrite ? (
        <Form
          key={files.map(({ id }) => id).join()}
          method="post"
          encType="multipart/form-data"
          className="card stack narrow"
          aria-labelledby="joindre"
        >
          <h2 id="joindre">{t('papers.desk.attach')}</h2>
          <FileField
            name="fichier"
            label={t('papers.desk.file')}
            accept={ACCEPTED}
            kinds={t('papers.desk.kinds')}
            mostBytes={MOST_BYTES}
            fault={refused?.fault ? t(`kernel:files.refused.${refused.fault}`) : undefined}
          />
          <Field
            name="question"
            label={t('papers.desk.question')}
            hint={t('papers.desk.questionHint')}
            fault={refused?.choose ? t('faults.missing') : undefined}
          >
            {(attributes) => (
              <select
                {...attributes}
                name="question"
                defaultValue={refused?.field ?? (open.length === 0 ? NO_FIELD : '')}
              >
                <option value="">{t('form.choose')}</option>
                {open.map(({ key, label, given }) => (
                  <option key={key} value={key}>
                    {given > 0 ? t('papers.desk.given', { label: said(label), count: given }) : said(label)}
                  </option>
                ))}
                <option value={NO_FIELD}>{t('papers.desk.beside')}</option>
              </select>
            )}
          </Field>
          <p>
            <button className="btn primary" type="submit">
              {t('papers.desk.send')}
            </button>
          </p>
        </Form>
      ) : null}
      <VisibleBy who="team" />
    </div>
  )
}
