import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { findDecisionImports } from '#server/dispositifs/decision/import/get-decision-import.server.ts'
import { startDecisionImport } from '#server/dispositifs/decision/import/start-decision-import.server.ts'
import { IMPORT_KEPT_DAYS } from '#server/dispositifs/import/kept-days.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getSession } from '#server/dispositifs/session/get-session.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { fileRefused, refusalOf } from '#server/kernel/files/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { refusalTold } from '../../crm/import/import-words.server.ts'
import { answering, guard } from '../../guard.server.ts'
import { FileField } from '../../ui/file-field.tsx'
import { withUpload } from '../../upload-to-disk.server.ts'
import { sessionHead } from '../desk/heading-of.server.ts'
import { SessionHeading } from '../desk/session-heading.tsx'

const ACCEPTED = '.csv,.txt,.tsv,.xlsx,.ods'
const MOST_BYTES = 10 * 1024 * 1024

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['decision:record'])
  const { locale, network } = ctx
  const session = await answering(args, async () => getSession(ctx, recordId(args.params.session)))
  const imports = await answering(args, () => findDecisionImports(ctx, session.id))
  const at = moments(locale, network.timeZone)
  return {
    head: sessionHead(ctx, session, 'decisions'),
    imports: imports.map(({ id, fileName, createdAt, written }) => ({
      ...{ id, fileName, on: at.format(createdAt), written },
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['decision:record'])
  const session = await answering(args, async () => recordId(args.params.session))
  try {
    const { id } = await withUpload(args, MOST_BYTES, async ({ upload }) => {
      if (!upload) throw fileRefused('missing')
      return startDecisionImport(ctx, session, upload)
    })
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/sessions/${session}/decisions/${id}`)
  } catch (error) {
    const told = unreadable(error)
    if (!told) return answering(args, () => Promise.reject(error))
    return data({ fault: refusalTold(told.why, told.line, ctx.locale) }, { status: 422 })
  }
}

function unreadable(error: unknown): { why: string; line: number | null } | null {
  const why = refusalOf(error)
  if (why) return { why, line: null }
  if (!(error instanceof DomainError) || error.code !== 'dispositifs.file_unreadable') return null
  return { why: String(error.details.why), line: (error.details.line as number | null) ?? null }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }]

export default function Decisions() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <SessionHeading head={page.head} />
      <p className="muted">{t('follow.import.lead')}</p>
      <Form method="post" encType="multipart/form-data" className="card stack form">
        <FileField
          name="file"
          label={t('follow.import.file')}
          accept={ACCEPTED}
          kinds={t('follow.import.kinds')}
          mostBytes={MOST_BYTES}
          fault={refused?.fault}
        />
        <button className="btn primary" type="submit">
          {t('follow.import.read')}
        </button>
        <p className="small muted">{t('papers.import.keptFor', { count: IMPORT_KEPT_DAYS })}</p>
      </Form>
      {page.imports.length > 0 ? (
        <section className="stack" aria-labelledby="fichiers">
          <h2 id="fichiers">{t('follow.import.last')}</h2>
          <ul>
            {page.imports.map(({ id, fileName, on, written }) => (
              <li key={id}>
                <Link to={id}>{fileName}</Link>{' '}
                <span className="muted">
                  {written === null
                    ? t('follow.import.notWritten', { on })
                    : t('follow.import.wasWritten', { on, count: written })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
