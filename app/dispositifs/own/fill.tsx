import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { correctionAnswer } from '#server/dispositifs/correction/correction.schema.ts'
import { answerCorrection } from '#server/dispositifs/correction/end-correction.server.ts'
import { basesOf } from '#server/dispositifs/fill/answer-base.ts'
import { getOwnDossier } from '#server/dispositifs/fill/get-own-dossier.server.ts'
import { lastWriters, saveAnswers } from '#server/dispositifs/fill/save-answers.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { AnswersRead } from '../form/answers-read.tsx'
import { FaultSummary } from '../form/fault-summary.tsx'
import { FormSections } from '../form/form-sections.tsx'
import { formSources } from '../form/form-view.server.ts'
import { Autosave } from './autosave.tsx'
import { Conflicts } from './conflicts.tsx'
import { CorrectionAnswer } from './correction-answer.tsx'
import { askedOf, readAsked, sentBases, sentChoices } from './fill.server.ts'
import { JudgedRules } from './judged-rules.tsx'
import { judgedView } from './judged-view.server.ts'
import { OwnFrame } from './own-frame.tsx'
import { ownHead } from './own-view.server.ts'

const timeOf = (at: Date, locale: string, timeZone: string) =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(at)

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  const found = await answering(args, async () => getOwnDossier(ctx, recordId(args.params.id)))
  const head = ownHead(ctx, found)
  const definition = askedOf(found)
  const { row, form } = found
  return {
    ...{ head, definition, answers: row.answers, bases: basesOf(form, row.answers), version: row.version },
    whole: row.state === 'to_correct' ? form : null,
    open: found.open.length > 0,
    sources: formSources(ctx, definition),
    judged: judgedView(ctx, found),
    savedAt: timeOf(row.updatedAt, ctx.locale, ctx.network.timeZone),
    title: i18nFor(ctx.locale).t(
      row.state === 'to_correct' ? 'dispositifs:holder.correct' : 'dispositifs:holder.fill',
    ),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  const id = await answering(args, async () => recordId(args.params.id))
  const found = await answering(args, () => getOwnDossier(ctx, id))
  const form = await submitted(args)
  const read = await answering(args, () => readAsked(ctx, found, form))
  const home = `/${ctx.network.slug}/espace/dossiers/${id}`
  const typed = String(form.get('reponse') ?? '')
  try {
    const sent = { answers: read.answers, bases: sentBases(form), chosen: sentChoices(form) }
    const saved = await saveAnswers(ctx, id, sent)
    const { conflicts } = saved.merged
    const intent = form.get('intent')
    const wrong = Object.entries(read.faults).filter(
      ([, fault]) => fault !== 'missing' && fault !== 'unbalanced',
    )
    const clean = conflicts.length === 0 && wrong.length === 0 && !read.more
    if (intent === 'quitter' && clean) return redirect(`${home}?fait=enregistre`)
    if (intent === 'verifier' && clean) return redirect(`${home}/verifier`)
    if (intent === 'repondre' && conflicts.length === 0) {
      const answer = correctionAnswer.safeParse(typed)
      await answerCorrection(ctx, id, answer.success ? answer.data : typed.slice(0, 2000))
      return redirect(`${home}?fait=corrige`)
    }
    const writers = conflicts.length > 0 ? await lastWriters(ctx, id, conflicts) : {}
    const mine = Object.fromEntries(conflicts.map((key) => [key, read.answers[key]]))
    return data(
      {
        // What stands, and over it one's own words where both wrote.
        answers: { ...saved.answers, ...mine },
        theirs: Object.fromEntries(conflicts.map((key) => [key, saved.answers[key] ?? null])),
        bases: conflicts.length > 0 ? { ...saved.bases, ...kept(sent.bases, conflicts) } : saved.bases,
        faults: read.more ? {} : Object.fromEntries(wrong),
        ...{ conflicts, writers, rows: read.rows, version: saved.version, typed, refusal: null },
        savedAt: timeOf(saved.at, ctx.locale, ctx.network.timeZone),
      },
      { status: conflicts.length > 0 ? 409 : wrong.length > 0 && !read.more ? 422 : 200 },
    )
  } catch (error) {
    if (!(error instanceof DomainError) || ![409, 422].includes(error.status))
      return answering(args, () => Promise.reject(error))
    return data(
      {
        ...{
          answers: read.answers,
          theirs: {},
          bases: sentBases(form),
          faults: read.faults,
          rows: read.rows,
        },
        ...{ conflicts: [], writers: {}, version: found.row.version, typed, savedAt: '' },
        refusal: error.code.split('.')[1]!,
      },
      { status: error.status },
    )
  }
}

const kept = (bases: Record<string, string>, keys: string[]) =>
  Object.fromEntries(keys.flatMap((key) => (bases[key] === undefined ? [] : [[key, bases[key]]])))

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && `${page.title} · ${page.head.name}` },
]

const NONE = {}

const isWholeSaved = (answer: { refusal: string | null; conflicts: unknown[]; faults: object }) =>
  !answer.refusal && answer.conflicts.length === 0 && Object.keys(answer.faults).length === 0

export default function Fill() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const busy = useNavigation().state === 'submitting'
  const { head, definition } = page
  const faults = (answer?.faults ?? NONE) as Record<string, string>
  if (!page.open) return <Shut page={page} typed={answer?.answers} />
  return (
    <OwnFrame head={head} here={page.title}>
      {head.correction ? (
        <div className={head.correction.late ? 'notice bad' : 'notice'}>
          <p>
            <strong>
              {t(head.correction.late ? 'holder.correction.late' : 'holder.correction.due', head.correction)}
            </strong>
          </p>
          <p className="said">{head.correction.reason}</p>
          <p className="small">{t('holder.correction.only')}</p>
        </div>
      ) : null}
      {answer?.refusal ? (
        <p className="notice bad" role="alert">
          {t(`faults.${answer.refusal}`)}
        </p>
      ) : null}
      <Form method="post" className="stack form" noValidate>
        <KeptTyping />
        <FaultSummary definition={definition} faults={faults} refusal={answer} />
        <Conflicts
          definition={page.whole ?? definition}
          conflicts={answer?.conflicts ?? []}
          mine={answer?.answers ?? NONE}
          theirs={answer?.theirs ?? NONE}
          writers={(answer?.writers ?? NONE) as Record<string, string>}
        />
        <FormSections
          definition={definition}
          answers={answer?.answers ?? page.answers}
          faults={faults}
          rows={answer?.rows}
          whole={page.whole ? { definition: page.whole, answers: page.answers } : undefined}
          sources={page.sources}
          refusal={answer}
        />
        <Autosave
          key={answer ? `${answer.version} ${answer.savedAt}` : 'first'}
          to={`${head.home}/enregistrer`}
          id={head.id}
          bases={answer?.bases ?? page.bases}
          version={answer?.version ?? page.version}
          savedAt={answer?.savedAt || page.savedAt}
          definition={definition}
          sent={answer ? (isWholeSaved(answer) ? 'saved' : 'refused') : undefined}
        >
          {(judged) => (
            <details className="card">
              <summary>{t('rules.judged')}</summary>
              <JudgedRules lines={judged ?? page.judged} />
            </details>
          )}
        </Autosave>
        {head.correction ? <CorrectionAnswer typed={answer?.typed} /> : null}
        <div className="row actions">
          <button className="btn primary" type="submit" name="intent" value="enregistrer" disabled={busy}>
            {t('holder.save')}
          </button>
          <button className="btn" type="submit" name="intent" value="quitter" disabled={busy}>
            {t('holder.saveAndLeave')}
          </button>
          {head.state === 'draft' && head.here ? (
            <button className="btn" type="submit" name="intent" value="verifier" disabled={busy}>
              {t('holder.check')}
            </button>
          ) : null}
          <Link className="btn quiet" to={`${head.home}/pieces`}>
            {t('holder.files.manage')}
          </Link>
          <div data-saved />
        </div>
      </Form>
      {page.whole ? (
        <details className="card">
          <summary>{t('holder.correction.whole')}</summary>
          <AnswersRead definition={page.whole} answers={page.answers} />
        </details>
      ) : null}
    </OwnFrame>
  )
}

type Page = Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'head' | 'title' | 'definition'>

/** Deposited or taken back while somebody wrote: their words are shown, so that they can be kept elsewhere. */
function Shut({ page, typed }: { page: Page; typed: Record<string, unknown> | undefined }) {
  const { t } = useTranslation('dispositifs')
  return (
    <OwnFrame head={page.head} here={page.title}>
      <p className="notice bad" role="alert">
        {t('faults.not_open_to_holder')}
      </p>
      <p>
        <Link className="btn primary" to={page.head.home}>
          {t('holder.see')}
        </Link>
      </p>
      {typed ? (
        <details className="card">
          <summary>{t('holder.typed')}</summary>
          <AnswersRead definition={page.definition} answers={typed} />
        </details>
      ) : null}
    </OwnFrame>
  )
}
