import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { KINDS } from '#packages/referentials/kinds.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getDraft } from '#server/dispositifs/revision/get-workshop.server.ts'
import { RULE_KINDS } from '#server/dispositifs/rule/rule-kinds.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { refusedAct } from '../desk/dispositif-values.server.ts'
import { ruleWords } from '../rule-words.ts'
import { BuilderHead } from './builder-head.tsx'
import { handleRules } from './handle-rules.server.ts'
import { documentsOf, typedOfRule } from './read-rule.server.ts'
import { RuleEditor } from './rule-editor.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const id = await answering(args, async () => recordId(args.params.id))
  const found = await answering(args, () => getDraft(ctx, id, 'rules'))
  const { content: form } = await answering(args, () => getDraft(ctx, id, 'form'))
  const { locale } = ctx
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  if (!found.customised) throw redirect(`${base}/${id}/personnaliser`)
  const { t } = i18nFor(locale)
  const query = new URL(args.request.url).searchParams
  const locked = found.locked?.rules ?? []
  const rule = found.content.find(({ key }) => key === query.get('regle') && !locked.includes(key))
  const kind = RULE_KINDS.find((one) => one === query.get('nouvelle'))
  return {
    ...{ base, home: `${base}/${id}/personnaliser`, dispositif: `${base}/${id}`, code: found.code },
    title: t('dispositifs:papers.builder.rules.title', { code: found.code }),
    ...{ seen: found.seen, isDraft: found.isDraft, number: found.number, faults: [], effects: [] },
    follows: found.locked !== null,
    rules: found.content.map((one) => ({
      locked: locked.includes(one.key),
      ...{ key: one.key, says: ruleWords(one, t, locale), why: one.why[locale], blocking: one.blocking },
      ...{ source: one.source.text, from: one.source.from ?? null, until: one.source.until ?? null },
    })),
    editing: rule
      ? { key: rule.key, title: ruleWords(rule, t, locale), ...typedOfRule(rule) }
      : kind
        ? {
            ...{ key: '', title: t(`dispositifs:papers.builder.ruleKind.${kind}`) },
            typed: { kind, blocking: 'oui' } as Record<string, string>,
            lists: {} as Record<string, string[]>,
          }
        : null,
    documents: documentsOf(form).map(({ key, label }) => ({ key, label: label[locale] })),
    kinds: KINDS.map((one) => ({ key: one.key, label: one[locale] })),
  }
}

export type RulesWorkshop = Awaited<ReturnType<typeof loader>>

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const id = await answering(args, async () => recordId(args.params.id))
  const form = await submitted(args)
  try {
    const handled = await handleRules(ctx, id, form)
    if (!handled) throw data(null, { status: 400 })
    if ('to' in handled)
      return redirect(`/${ctx.network.slug}/bureau/dispositifs/${id}/personnaliser/regles${handled.to}`)
    return data({ ...handled, code: null }, { status: 422 })
  } catch (error) {
    const refused = refusedAct(error)
    if (!refused) return answering(args, () => Promise.reject(error))
    return data({ code: refused.code, at: '', typed: {}, faults: {} }, { status: refused.status })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]
const ACTS = 'actes'
const NOTHING = {}

export default function RulesBuilder() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const { editing } = page
  const mine = editing && refused?.at === `regle:${editing.key}` ? refused : undefined
  return (
    <div className="stack">
      <BuilderHead
        page={page}
        kind="rules"
        refused={refused}
        locked={page.follows ? t('templates.lockedRules') : null}
      />
      {editing ? (
        <section className="card stack" aria-labelledby="modifier">
          <h2 id="modifier">{t('papers.builder.editing', { what: editing.title })}</h2>
          <RuleEditor
            key={`${editing.key} ${editing.typed.kind} ${page.seen}`}
            of={editing.key}
            page={page}
            typed={mine?.typed ?? editing.typed}
            lists={mine ? listsIn(mine.typed) : editing.lists}
            faults={mine?.faults ?? NOTHING}
          />
        </section>
      ) : null}
      <Form method="post" id={ACTS} preventScrollReset>
        <input type="hidden" name="vu" value={page.seen} />
      </Form>
      {page.rules.length === 0 ? <p className="empty">{t('papers.builder.rules.none')}</p> : null}
      <ol className="plain stack">
        {page.rules.map((one, at) => (
          <li className="card row" key={one.key} id={one.key}>
            <div className="grow">
              <p>
                <strong>{one.says}</strong>
              </p>
              <p className="small">{one.why}</p>
              <p className="small muted">
                {one.source}
                {one.blocking ? '' : ` · ${t('rules.advice')}`}
              </p>
            </div>
            {one.locked ? <span className="small muted">{t('templates.ofTemplate')}</span> : null}
            {(one.locked ? [] : (['haut', 'bas'] as const)).map((way) => (
              <button
                key={way}
                className="btn sm"
                type="submit"
                form={ACTS}
                name="acte"
                value={`regle-${way}:${one.key}`}
                disabled={way === 'haut' ? at === 0 : at === page.rules.length - 1}
              >
                <span aria-hidden="true">{way === 'haut' ? '↑' : '↓'}</span>
                <span className="sr-only">
                  {t(way === 'haut' ? 'papers.builder.up' : 'papers.builder.down', { name: one.says })}
                </span>
              </button>
            ))}
            {one.locked ? null : (
              <Link className="btn sm" to={`?regle=${one.key}#modifier`}>
                {t('papers.builder.change')} <span className="sr-only">{one.says}</span>
              </Link>
            )}
          </li>
        ))}
      </ol>
      <section className="card stack" aria-labelledby="nouvelle">
        <h2 id="nouvelle">{t('papers.builder.rules.add')}</h2>
        <ul className="chips">
          {RULE_KINDS.map((kind) => (
            <li key={kind}>
              <Link to={`?nouvelle=${kind}#modifier`}>{t(`papers.builder.ruleKind.${kind}`)}</Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

const listsIn = (typed: Record<string, string>): Record<string, string[]> => ({
  documents: (typed['documents[]'] ?? '').split(' '),
  kinds: (typed['kinds[]'] ?? '').split(' '),
})
