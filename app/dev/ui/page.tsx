import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { today } from '#server/kernel/clock.ts'
import { submitted } from '../../guard.server.ts'
import { readCents } from '../../ui/money.ts'
import { Charts } from './charts.tsx'
import { Feedback } from './feedback.tsx'
import { Forms } from './forms.tsx'
import { Maps } from './maps.tsx'
import { sampleOf } from './sample.server.ts'
import { Tables } from './tables.tsx'
import { Words } from './words.tsx'

type Args = LoaderFunctionArgs | ActionFunctionArgs

/** A page for those who build: it shows invented data, and a live service has none. */
function demoOnly({ context }: Args) {
  if (!context.demo) throw data(null, { status: 404 })
  return context.context
}

export function loader(args: LoaderFunctionArgs) {
  const { clock, locale } = demoOnly(args)
  return sampleOf(new URL(args.request.url).searchParams, locale, today(clock, 'Europe/Paris'))
}

/** Answers as real forms do, and keeps nothing. */
export async function action(args: ActionFunctionArgs) {
  demoOnly(args)
  const form = await submitted(args)
  const intent = String(form.get('intent') ?? '')
  if (intent === 'supprimer') return redirect('/dev/ui?fait=supprimer#feedback')
  if (intent === 'retablir') return redirect('/dev/ui?fait=retablir#feedback')
  if (intent === 'fichier') return redirect('/dev/ui?fait=fichier#files')
  if (intent !== 'enregistrer') return redirect('/dev/ui')
  const values = { name: String(form.get('name') ?? ''), amount: String(form.get('amount') ?? '') }
  const faults = [
    ...(values.name.trim() ? [] : (['name'] as const)),
    ...(readCents(values.amount) === null ? (['amount'] as const) : []),
  ]
  return faults.length ? data({ values, faults }, { status: 422 }) : redirect('/dev/ui#forms')
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const SECTIONS = [
  'tables',
  'forms',
  'choices',
  'dates',
  'people',
  'files',
  'feedback',
  'navigation',
  'words',
  'story',
  'charts',
  'maps',
] as const

export default function Pieces() {
  const sample = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dev')
  return (
    <div className="wrap page pieces">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <nav aria-label={t('contents')}>
        <ul className="row">
          {SECTIONS.map((key) => (
            <li key={key}>
              <a className="chip" href={`#${key}`}>
                {t(`section.${key}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Tables sample={sample} />
      <Forms sample={sample} refused={refused ?? null} />
      <Feedback done={sample.done} />
      <Words />
      <Charts sample={sample} />
      <Maps sample={sample} />
    </div>
  )
}
