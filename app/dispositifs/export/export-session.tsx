import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askExport } from '#server/dispositifs/export/ask-export.server.ts'
import { EXPORT_FORMATS } from '#server/dispositifs/export/formats.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getSession } from '#server/dispositifs/session/get-session.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { exportWords } from './export-words.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:export'])
  const session = await answering(args, async () => getSession(ctx, recordId(args.params.session)))
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  return {
    ...{ base, here: `${base}/sessions/${session.id}`, code: session.code, session: session.name },
    title: i18nFor(ctx.locale).t('dispositifs:papers.export.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:export'])
  const asked = (await submitted(args)).get('format')
  const format = EXPORT_FORMATS.find((one) => one === asked)
  const { locale } = ctx
  return answering(args, async () => {
    const sessionId = recordId(args.params.session)
    await getSession(ctx, sessionId)
    if (!format) return data({ fault: 'missing' as const }, { status: 422 })
    const { workId } = await askExport(ctx, { sessionId, format, locale, ...exportWords(locale) })
    return redirect(`/${ctx.network.slug}/bureau/travaux/${workId}`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function ExportSession() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
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
      <p className="lead">{t('papers.export.lead')}</p>
      <Form method="post" className="card stack narrow">
        <fieldset className="stack">
          <legend>{t('papers.export.what')}</legend>
          {refused ? <p className="fault">{t('papers.export.choose')}</p> : null}
          {EXPORT_FORMATS.map((format, at) => (
            <label className="check" key={format}>
              <input type="radio" name="format" value={format} defaultChecked={at === 0} />
              <span>
                {t(`papers.export.format.${format}`)}
                <span className="small muted block">{t(`papers.export.means.${format}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <p className="small muted">{t('papers.export.personal')}</p>
        <p className="row">
          <button className="btn primary" type="submit">
            {t('papers.export.prepare')}
          </button>
          <Link className="btn quiet" to={page.here}>
            {t('cancel')}
          </Link>
        </p>
      </Form>
    </div>
  )
}
