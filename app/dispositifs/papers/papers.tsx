import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { NO_FIELD } from '#server/dispositifs/attach/file-fields.ts'
import {
  type Answering,
  MOST_PAPERS_BYTES,
  receivePapers,
} from '#server/dispositifs/papers/receive-papers.server.ts'
import { sessionDossiers } from '#server/dispositifs/papers/session-dossiers.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getSession } from '#server/dispositifs/session/get-session.server.ts'
import { refusalOf } from '#server/kernel/files/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { Field } from '../../ui/field.tsx'
import { withUploads } from '../../upload-to-disk.server.ts'
import { useSaid } from '../form/filling.ts'
import { PapersReport } from './papers-report.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:import'])
  const session = await answering(args, async () => getSession(ctx, recordId(args.params.session)))
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  return {
    ...{ base, here: `${base}/sessions/${session.id}`, code: session.code, session: session.name },
    title: i18nFor(ctx.locale).t('dispositifs:papers.files.title'),
    most: Math.floor(MOST_PAPERS_BYTES / 1_000_000),
    ...(await answering(args, () => sessionDossiers(ctx, session))),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:import'])
  const session = await answering(args, async () => recordId(args.params.session))
  try {
    const received = await withUploads(args, MOST_PAPERS_BYTES, async ({ form, uploads }) => {
      const chosen = String(form.get('dossier') ?? '')
      const piece = String(form.get('piece') ?? '')
      const id = chosen ? recordId(chosen) : null
      return receivePapers(ctx, session, uploads, id, readAnswering(piece))
    })
    return data({ received, fault: null })
  } catch (error) {
    const why = refusalOf(error)
    if (!why) return answering(args, () => Promise.reject(error))
    return data({ received: null, fault: why }, { status: why === 'too_large' ? 413 : 422 })
  }
}

const readAnswering = (piece: string): Answering =>
  piece === '' ? { by: 'name' } : piece === NO_FIELD ? { by: 'none' } : { by: 'field', key: piece }

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Papers() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  const sending = useNavigation().state !== 'idle'
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: page.here, label: `${page.code} · ${page.session}` },
        ]}
        here={page.title}
      />
      <h1>{page.title}</h1>
      <p className="lead">{t('papers.files.lead')}</p>
      {sent?.received ? <PapersReport received={sent.received} base={page.base} /> : null}
      <Form method="post" encType="multipart/form-data" className="card stack narrow">
        <Field
          name="fichier"
          label={t('papers.files.choose')}
          hint={t('papers.files.hint', { most: page.most })}
          fault={sent?.fault ? t(`kernel:files.refused.${sent.fault}`) : undefined}
        >
          {(attributes) => (
            <input {...attributes} className="file" type="file" name="fichier" accept=".pdf,.zip" multiple />
          )}
        </Field>
        <Field name="dossier" label={t('papers.files.dossier')} hint={t('papers.files.dossierHint')} optional>
          {(attributes) => (
            <select {...attributes} name="dossier" defaultValue="">
              <option value="">{t('papers.files.byName')}</option>
              {page.dossiers.map(({ id, number, external, title }) => (
                <option key={id} value={id}>
                  {[external || t('papers.files.number', { number }), title || t('untitled')].join(' · ')}
                </option>
              ))}
            </select>
          )}
        </Field>
        {page.fields.length > 0 ? (
          <Field name="piece" label={t('papers.files.answers')} hint={t('papers.files.answersHint')} optional>
            {(attributes) => (
              <select {...attributes} name="piece" defaultValue="">
                <option value="">{t('papers.files.byWords')}</option>
                {page.fields.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {said(label)}
                  </option>
                ))}
                <option value={NO_FIELD}>{t('papers.desk.beside')}</option>
              </select>
            )}
          </Field>
        ) : null}
        <p className="row">
          <button className="btn primary" type="submit" disabled={sending}>
            {t(sending ? 'papers.import.sending' : 'papers.files.send')}
          </button>
          <Link className="btn quiet" to={page.here}>
            {t('cancel')}
          </Link>
        </p>
      </Form>
    </div>
  )
}
