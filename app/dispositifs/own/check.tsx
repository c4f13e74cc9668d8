import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { faultsOf, missing } from '#server/dispositifs/form/form.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { readyToSubmit } from '#server/dispositifs/submit/ready-to-submit.server.ts'
import { submitDossier } from '#server/dispositifs/submit/submit-dossier.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { useSaid } from '../form/filling.ts'
import { nameOf } from '../form/typed-form.ts'
import { Instant } from '../public/instant.tsx'
import { FaultNote } from '../told.tsx'
import { JudgedRules } from './judged-rules.tsx'
import { judgedView } from './judged-view.server.ts'
import { OwnFrame } from './own-frame.tsx'
import { ownHead } from './own-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  const found = await answering(args, async () => readyToSubmit(ctx, recordId(args.params.id)))
  const head = ownHead(ctx, found)
  if (head.state !== 'draft' || !head.here || head.reads) throw redirect(head.home)
  const { form, row } = found
  const faults = faultsOf(form, row.answers)
  const lacks = missing(form, row.answers)
  const lines = form.sections
    .flatMap(({ fields }) => fields)
    .filter(({ key }) => lacks.includes(key) || faults[key])
    .map(({ key, label, type }) => ({
      ...{ key, label, fault: faults[key] ?? 'missing' },
      to: type === 'file' ? 'pieces' : `remplir#${nameOf(key)}`,
    }))
  return {
    ...{ head, lines, judged: judgedView(ctx, found), hindering: found.hindering },
    sponsor: found.session.steps.includes('sponsor'),
    title: i18nFor(ctx.locale).t('dispositifs:holder.check'),
  }
}

/** What counts is when this request came in: nothing else of it is read. */
export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  const id = await answering(args, async () => recordId(args.params.id))
  try {
    await submitDossier(ctx, id)
    return redirect(`/${ctx.network.slug}/espace/dossiers/${id}?fait=depose`)
  } catch (error) {
    if (error instanceof DomainError && [409, 422].includes(error.status))
      return data({ code: error.code.split('.')[1]! }, { status: error.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && `${page.title} · ${page.head.name}` },
]

export default function Check() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  const { head, lines } = page
  const ready = lines.length === 0 && page.hindering.length === 0
  return (
    <OwnFrame head={head} here={page.title}>
      <FaultNote refused={refused} />
      <p>
        {t('holder.closes')} <Instant told={head.closes} yourTime={t('public.at.yours', { at: '{{at}}' })} />{' '}
        <strong>{head.left || t('holder.draftOver')}</strong>
      </p>
      <section className="card stack" aria-labelledby="manque">
        <h2 id="manque">{t('holder.checklist.answers')}</h2>
        {lines.length === 0 ? <p>{t('holder.checklist.whole')}</p> : null}
        <ul>
          {lines.map(({ key, label, fault, to }) => (
            <li key={key}>
              <Link to={`${head.home}/${to}`}>{said(label)}</Link> · {t(`faults.${fault}`)}
            </li>
          ))}
        </ul>
      </section>
      <section className="card stack" aria-labelledby="regles">
        <h2 id="regles">{t('rules.judged')}</h2>
        <JudgedRules lines={page.judged} />
      </section>
      {head.over ? (
        <p className="notice">{t('holder.draftKept')}</p>
      ) : ready ? (
        <Form method="post">
          <ConfirmSubmit
            label={t('holder.submit.label')}
            question={t('holder.submit.question')}
            consequence={t(page.sponsor ? 'holder.submit.sponsor' : 'holder.submit.consequence')}
            main
          />
        </Form>
      ) : (
        <p className="notice">{t('holder.submit.notYet')}</p>
      )}
      <p>
        <Link to={`${head.home}/remplir`}>{t('holder.fill')}</Link>
      </p>
    </OwnFrame>
  )
}
