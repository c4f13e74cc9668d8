import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days, moments } from '#packages/referentials/dates.ts'
import { dossierInstruction } from '#server/dispositifs/instruction/dossier-instruction.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { conditionsOf } from '#server/dispositifs/sitting/conditions.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { DossierHeading } from '../desk/dossier-heading.tsx'
import { dossierHead } from '../desk/heading-of.server.ts'
import { money } from '../figures.ts'
import { Done, FaultNote } from '../told.tsx'
import { Conditions } from './conditions.tsx'
import { Experts } from './experts.tsx'
import { HandedOver, TakeBack } from './handed-over.tsx'
import { handleDossierInstruction } from './handle-dossier-instruction.server.ts'
import { Parting } from './parting.tsx'
import { refusalOf } from './read-input.server.ts'
import { reasonWords } from './reason-words.server.ts'
import { ReviewRead } from './review-read.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:read'])
  const { locale, network } = ctx
  const id = await answering(args, async () => recordId(args.params.id))
  const { found, grid, readers, experts, parting } = await answering(args, () => dossierInstruction(ctx, id))
  const { row, session, form } = found
  const day = days(locale, 'UTC', 'long')
  const at = moments(locale, network.timeZone)
  return {
    head: dossierHead(ctx, row, session, 'instruction'),
    ...{ grid, parting },
    readers: readers.map(({ reasons, recused, submittedAt, amountCents, returned, ...one }) => ({
      ...{ ...one, recused, why: reasonWords(reasons, recused, locale) },
      returned: returned && { ...returned, on: at.format(new Date(returned.at)) },
      submittedOn: submittedAt ? at.format(new Date(submittedAt)) : null,
      amount: amountCents === null ? null : money(amountCents, locale),
    })),
    experts: experts.map(({ dueOn, answeredAt, ...one }) => ({
      ...one,
      due: dueOn ? day.format(new Date(dueOn)) : null,
      answeredOn: answeredAt ? at.format(new Date(answeredAt)) : null,
    })),
    sections: form.sections.map(({ key, title }) => ({ value: key, label: title[locale] })),
    conditions: (await answering(args, () => conditionsOf(ctx, id))).map(({ dueOn, metOn, ...one }) => ({
      ...one,
      due: dueOn ? day.format(new Date(dueOn)) : null,
      met: metOn ? day.format(new Date(metOn)) : null,
    })),
    ...{ mayManage: may(ctx, dispositifs['jury:manage']), mayMove: may(ctx, dispositifs['dossier:move']) },
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:move'])
  const id = await answering(args, async () => recordId(args.params.id))
  const form = await submitted(args)
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  ) as Record<string, string>
  const sections = form.getAll('sections').map(String)
  try {
    const handled = await handleDossierInstruction(ctx, id, form)
    if (!handled) throw data(null, { status: 400 })
    if ('faults' in handled)
      return data({ code: null, said: {}, faults: handled.faults, typed, sections }, { status: 422 })
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/dossiers/${id}/instruction?fait=${handled.done}`)
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return data({ ...refused, typed, sections }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }]

export default function DossierInstruction() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const given = page.readers.filter((one) => one.given)
  const able = page.readers.filter((one) => !one.given && !one.barred)
  const kept = page.readers.filter((one) => one.conflict !== null)
  return (
    <div className="stack">
      <DossierHeading head={page.head} />
      <Done of="jury" />
      <FaultNote refused={refused} />
      <Parting grid={page.grid} parting={page.parting} />
      <section className="card stack" aria-labelledby="lecteurs">
        <h2 id="lecteurs">{t('jury.reading.readers')}</h2>
        {given.length === 0 ? (
          <p>
            {t('jury.reading.nobody')}{' '}
            {able.length === 0 ? (
              <Link to={`${page.head.session}/instruction`}>{t('jury.reading.toDistribution')}</Link>
            ) : null}
          </p>
        ) : null}
        {given.map((one) => (
          <article key={one.id} className="stack">
            <div className="row">
              <h3 className="grow">{one.name}</h3>
              <Badge
                tone={one.submittedOn ? 'ok' : 'wait'}
                label={
                  one.submittedOn
                    ? t('jury.reading.handedInOn', { on: one.submittedOn })
                    : t('jury.reading.awaited')
                }
              />
              {page.mayManage && !one.submittedOn ? (
                <TakeBack
                  id={one.id}
                  name={one.name}
                  typed={
                    refused?.typed.intent === 'reprendre' && refused.typed.instructeur === one.id
                      ? refused.typed.motif!
                      : null
                  }
                />
              ) : null}
            </div>
            {one.submittedOn ? (
              <ReviewRead
                grid={page.grid}
                review={{ ...one, scores: one.scores ?? {}, comment: one.comment ?? '' }}
              />
            ) : null}
          </article>
        ))}
        {page.mayManage && able.length > 0 ? (
          <Form method="post" className="row">
            <select name="instructeur" aria-label={t('jury.reading.to')}>
              {able.map(({ id, name, load }) => (
                <option key={id} value={id}>
                  {t('jury.reading.withLoad', { name, count: load })}
                </option>
              ))}
            </select>
            <button className="btn" type="submit" name="intent" value="confier">
              {t('jury.reading.give')}
            </button>
          </Form>
        ) : null}
        {kept.length > 0 ? (
          <details>
            <summary>{t('jury.reading.keptOut', { count: kept.length })}</summary>
            <ul>
              {kept.map(({ id, name, why, conflict }) => (
                <li key={id}>
                  {name} – {t(`jury.conflict.state.${conflict}`)} : {why.join(' ; ')}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </section>
      <HandedOver
        grid={page.grid}
        readers={page.readers.flatMap(({ returned, ...one }) =>
          returned && !one.given ? [{ ...one, returned }] : [],
        )}
      />
      <Experts
        experts={page.experts}
        sections={page.sections}
        mayAsk={page.mayManage}
        typed={refused?.typed.intent === 'solliciter' ? refused.typed : null}
        chosen={refused?.sections ?? []}
        faults={refused?.faults ?? {}}
      />
      <Conditions conditions={page.conditions} mayMove={page.mayMove} />
      <VisibleBy who="team" />
    </div>
  )
}
