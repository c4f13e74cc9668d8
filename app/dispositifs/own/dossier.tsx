import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { getOwnDossier } from '#server/dispositifs/fill/get-own-dossier.server.ts'
import { type DossierState, nextStates } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { stepsOf } from '#server/dispositifs/session/steps-of.ts'
import { confirmDossier, endDossier, HOLDERS_MOVES } from '#server/dispositifs/submit/end-dossier.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { fileLines } from '../../kernel/file-lines.server.ts'
import { Timeline } from '../../ui/timeline.tsx'
import { AnswersRead } from '../form/answers-read.tsx'
import { instantTold } from '../instants.server.ts'
import { FaultNote } from '../told.tsx'
import { editorLines } from './editor-lines.ts'
import { EditorNote } from './editor-note.tsx'
import { EndForms } from './end-forms.tsx'
import { Granted } from './granted.tsx'
import { grantedView } from './granted-view.server.ts'
import { JudgedRules } from './judged-rules.tsx'
import { judgedView } from './judged-view.server.ts'
import { NextStep } from './next-step.tsx'
import { OwnFrame } from './own-frame.tsx'
import { ownHead } from './own-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  const found = await answering(args, async () => getOwnDossier(ctx, recordId(args.params.id)))
  const { locale, network } = ctx
  const { row, session, form, files, editors, holders } = found
  const { t } = i18nFor(locale)
  const at = moments(locale, session.timeZone)
  return {
    head: ownHead(ctx, found),
    mayWrite: found.open.length > 0,
    next: (row.access === 'read'
      ? []
      : nextStates(row.state as DossierState, stepsOf(session.steps), 'holder')
    ).filter((to) => HOLDERS_MOVES.some((one) => one === to)),
    deposited: row.submittedAt
      ? instantTold(row.submittedAt.toISOString(), session.timeZone, network.timeZone, locale).text
      : '',
    ...{ form, answers: row.answers },
    judged: judgedView(ctx, found),
    holders: holders.map(({ name }) => name),
    editors: editorLines(editors, holders),
    ...grantedView(ctx, found),
    files: fileLines(files, network, locale),
    moves: found.moves.toReversed().map(({ nth, toState, at: when }) => ({
      ...{ key: String(nth), on: at.format(when), at: when.toISOString() },
      title: t(`dispositifs:state.${toState}`),
    })),
    corrections: found.corrections.map((one) => ({
      ...{ id: one.id, reason: one.reason, answer: one.answer, on: at.format(one.askedAt) },
      ended: one.answeredAt ? 'answered' : one.cancelledAt ? 'cancelled' : 'open',
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const form = await submitted(args)
    const [intent, reason] = [
      form.get('intent'),
      String(form.get('motif') ?? '')
        .trim()
        .slice(0, 2000),
    ]
    const home = `/${ctx.network.slug}/espace/dossiers/${id}`
    try {
      if (intent === 'confirmer') {
        await confirmDossier(ctx, id)
        return redirect(`${home}?fait=confirme`)
      }
      const to = { retirer: 'withdrawn', desister: 'renounced', realiser: 'done' }[String(intent)]
      const wanted = HOLDERS_MOVES.find((one) => one === to)
      if (!wanted) throw data(null, { status: 400 })
      await endDossier(ctx, id, wanted, reason)
      return redirect(
        `${home}?fait=${{ withdrawn: 'retire', renounced: 'desiste', done: 'realise' }[wanted]}`,
      )
    } catch (error) {
      if (error instanceof DomainError && [409, 422].includes(error.status))
        return data({ code: error.code.split('.')[1]!, reason }, { status: error.status })
      throw error
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && `${page.head.code} ${page.head.number} · ${page.head.name}` },
]

export default function OwnDossier() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const { head } = page
  return (
    <OwnFrame head={head}>
      <FaultNote refused={refused} />
      <NextStep
        head={head}
        mayWrite={page.mayWrite}
        mayEnd={page.next.includes('done')}
        deposited={page.deposited}
      />
      <Granted granted={page.granted} conditions={page.conditions} />
      <div className="cols aside">
        <div className="stack">
          <section className="stack" aria-labelledby="reponses">
            <h2 id="reponses">{t('dossier.answers')}</h2>
            <AnswersRead definition={page.form} answers={page.answers} />
          </section>
          <section className="card stack" aria-labelledby="regles">
            <h2 id="regles">{t('rules.judged')}</h2>
            <JudgedRules lines={page.judged} />
          </section>
        </div>
        <aside className="stack" aria-label={t('holder.aside')}>
          <section className="card stack" aria-labelledby="equipe">
            <h2 id="equipe">{t('holder.editors.title')}</h2>
            <p className="small muted">{t('holder.editors.carry', { count: page.holders.length })}</p>
            <ul className="plain">
              {page.holders.map((name, at) => (
                <li key={name}>
                  {name}{' '}
                  {at === 0 && page.holders.length > 1 ? (
                    <span className="small muted">{t('holder.editors.leads')}</span>
                  ) : null}
                </li>
              ))}
            </ul>
            <p className="small muted">{t('holder.editors.people')}</p>
            <ul className="plain">
              {page.editors.map((one) => (
                <li key={one.id}>
                  {one.name} <EditorNote of={one} />
                </li>
              ))}
            </ul>
            <p>
              <Link to="equipe">{t(head.reads ? 'holder.editors.see' : 'holder.editors.manage')}</Link>
            </p>
          </section>
          <section className="card stack" aria-labelledby="pieces">
            <h2 id="pieces">{t('holder.files.title')}</h2>
            {page.files.length === 0 ? <p className="muted">{t('holder.files.none')}</p> : null}
            <ul className="plain">
              {page.files.map((file) => (
                <li key={file.id}>
                  {file.held ? file.name : <a href={file.href}>{file.name}</a>}{' '}
                  <span className="small muted">{file.size}</span>
                </li>
              ))}
            </ul>
            {page.mayWrite ? (
              <p>
                <Link to="pieces">{t('holder.files.manage')}</Link>
              </p>
            ) : null}
          </section>
          <section className="card stack" aria-labelledby="suivi">
            <h2 id="suivi">{t('dossier.moves')}</h2>
            <Timeline label={t('dossier.moves')} moments={page.moves} />
          </section>
          {page.corrections.length > 0 ? (
            <section className="card stack" aria-labelledby="corrections">
              <h2 id="corrections">{t('holder.correction.all')}</h2>
              <ul className="plain">
                {page.corrections.map((one) => (
                  <li key={one.id}>
                    <p className="small muted">
                      {one.on} · {t(`holder.correction.${one.ended}`)}
                    </p>
                    <blockquote>{one.reason}</blockquote>
                    {one.answer ? <p>{one.answer}</p> : null}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <EndForms next={page.next} refused={refused} />
        </aside>
      </div>
    </OwnFrame>
  )
}
