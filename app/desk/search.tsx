import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { desk } from '#server/kernel/rules.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Understood } from '../support/quick-act.tsx'
import { Field } from '../ui/field.tsx'
import { EmptyList } from '../ui/list-states.tsx'
import { paletteFor } from './palette.server.ts'

/** The palette as an ordinary page: the same answers, as links. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, desk['desk:enter'])
  const q = (new URL(args.request.url).searchParams.get('q') ?? '').slice(0, 200)
  return {
    ...(await answering(args, () => paletteFor(ctx, q))),
    base: `/${ctx.network.slug}/bureau`,
    title: i18nFor(ctx.locale).t('desk:palette.title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Search() {
  const { q, groups, note, base, title } = useLoaderData<typeof loader>()
  const { t } = useTranslation('desk')
  const records = groups.some(({ key }) => key !== 'actions' && key !== 'pages')
  return (
    <div className="stack">
      <h1>{title}</h1>
      <Form method="get" role="search" className="stack narrow" key={q}>
        <Field label={t('palette.label')} hint={t('palette.hint')}>
          {(attributes) => (
            <input {...attributes} type="search" name="q" defaultValue={q} autoComplete="off" />
          )}
        </Field>
        <p>
          <button className="btn primary" type="submit">
            {t('palette.search')}
          </button>
        </p>
      </Form>
      {note ? (
        <section className="card stack" aria-labelledby="noter">
          <h2 id="noter">{t('palette.noteAct')}</h2>
          <p>
            <Understood understood={note} />
          </p>
          <p>
            <Link
              className="btn"
              to={`${base}/appuis/nouveau?${new URLSearchParams({ phrase: note.sentence })}`}
            >
              {t('palette.check')}
            </Link>
          </p>
        </section>
      ) : null}
      {q.trim() && !records ? <EmptyList text={t('palette.nothing', { q })} /> : null}
      {groups.map(({ key, options }) => (
        <section key={key} className="stack" aria-labelledby={`trouve-${key}`}>
          <h2 id={`trouve-${key}`}>{t(`palette.group.${key}`)}</h2>
          <ul className="stack">
            {options.map(({ href, label, detail }) => (
              <li key={href}>
                <Link to={href}>{label}</Link> {detail ? <span className="small muted">{detail}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
