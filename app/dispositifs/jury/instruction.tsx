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
import { findInstruction } from '#server/dispositifs/instruction/find-instruction.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { sessionHead } from '../desk/heading-of.server.ts'
import { SessionHeading } from '../desk/session-heading.tsx'
import { Done, FaultNote } from '../told.tsx'
import { ConflictList } from './conflict-list.tsx'
import { handleInstruction } from './handle-instruction.server.ts'
import { refusalOf } from './read-input.server.ts'
import { ReadersTable } from './readers-table.tsx'
import { ReadingSettings } from './reading-settings.tsx'
import { reasonWords } from './reason-words.server.ts'
import { WhichFiles } from './which-files.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:read'])
  const { locale, network } = ctx
  const found = await answering(args, async () => findInstruction(ctx, recordId(args.params.session)))
  const { session, set, conflicts } = found
  const score = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return {
    head: sessionHead(ctx, session, 'instruction'),
    set: { readers: String(set.readers), dueOn: set.dueOn ?? '', anonymous: set.anonymous },
    distributedOn: set.distributedAt
      ? moments(locale, network.timeZone).format(new Date(set.distributedAt))
      : null,
    readers: found.readers,
    toSettle: conflicts.filter(({ state }) => state === 'proposed').length,
    conflicts: conflicts.map(({ reasons, recused, ...one }) => ({
      ...one,
      ...{ recused, why: reasonWords(reasons, recused, locale) },
    })),
    ...{
      toRead: found.toRead,
      unchecked: found.unchecked,

      given: found.given,
      complete: found.complete,
      short: found.short,
    },
    files: found.files.map(({ mean, spread, ...one }) => ({
      ...one,
      mean: mean === null ? '—' : score.format(mean),
      parted: spread !== null && spread > 25,
    })),
    mayManage: may(ctx, dispositifs['jury:manage']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:manage'])
  const id = await answering(args, async () => recordId(args.params.session))
  const form = await submitted(args)
  try {
    const handled = await handleInstruction(ctx, id, form)
    if (!handled) throw data(null, { status: 400 })
    if ('faults' in handled)
      return data({ code: null, said: {}, faults: handled.faults, typed: null }, { status: 422 })
    return redirect(handled.to)
  } catch (error) {
    const refused = refusalOf(error)
    const typed = {
      dossier: String(form.get('dossier') ?? ''),
      instructor: String(form.get('instructeur') ?? ''),
    }
    if (refused) return data({ ...refused, typed }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }]

export default function Instruction() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const chosen = page.readers.filter(({ chosen }) => chosen)
  return (
    <div className="stack">
      <SessionHeading head={page.head} />
      <Done of="jury" />
      <FaultNote refused={refused} />
      <ul className="figs facts-line">
        <li>{t('jury.instruction.toRead', { count: page.toRead })}</li>
        <li>{t('jury.instruction.given', { count: page.given })}</li>
        <li>{t('jury.instruction.complete', { count: page.complete })}</li>
        <li>{t('jury.instruction.toSettle', { count: page.toSettle })}</li>
      </ul>
      {page.mayManage ? <ReadingSettings values={page.set} faults={refused?.faults} /> : null}
      <ReadersTable readers={page.readers} mayManage={page.mayManage} pool={`${page.head.base}/vivier`} />
      <ConflictList
        conflicts={page.conflicts}
        base={page.head.base}
        mayManage={page.mayManage}
        refused={refused?.typed ?? null}
      />
      <section className="card stack" aria-labelledby="repartition">
        <h2 id="repartition">{t('jury.instruction.distribution')}</h2>
        <p>
          {page.distributedOn
            ? t('jury.instruction.distributedOn', { on: page.distributedOn })
            : t('jury.instruction.notDistributed')}
        </p>
        <p className="small muted">{t('asks.told')}</p>
        {page.mayManage && chosen.length > 0 ? (
          <Form method="post" className="stack">
            {page.unchecked > 0 ? <WhichFiles page={page} /> : null}
            <p>
              <button className="btn primary" type="submit" name="intent" value="repartir">
                {t('jury.instruction.distribute')}
              </button>
            </p>
          </Form>
        ) : null}
        {page.short.length > 0 ? (
          <div className="notice bad">
            <p>{t('jury.instruction.short', { count: page.short.length })}</p>
            <ul>
              {page.short.map(({ id, number, title, missing, why }) => (
                <li key={id}>
                  <Link to={`${page.head.base}/dossiers/${id}/instruction`}>
                    {t('dossier.number', { number })} · {title || t('untitled')}
                  </Link>{' '}
                  {t('jury.instruction.missing', { count: missing })} {t(`jury.short.${why}`)}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {page.mayManage && page.complete > 0 ? (
          <Form method="post" className="row">
            <ConfirmSubmit
              label={t('jury.instruction.finish', { count: page.complete })}
              question={t('jury.instruction.finishQuestion')}
              consequence={t('jury.instruction.finishConsequence')}
              name="intent"
              value="terminer"
              main
            />
          </Form>
        ) : null}
      </section>
      {page.files.length > 0 ? (
        <section className="card stack" aria-labelledby="lus">
          <h2 id="lus">{t('jury.instruction.files')}</h2>
          <table className="data">
            <caption className="sr-only">{t('jury.instruction.files')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('jury.column.file')}</th>
                <th scope="col">{t('jury.column.readers')}</th>
                <th scope="col" className="n">
                  {t('jury.column.handedIn')}
                </th>
                <th scope="col" className="n">
                  {t('jury.column.mean')}
                </th>
              </tr>
            </thead>
            <tbody>
              {page.files.map(({ id, number, title, readers, mean, parted }) => (
                <tr key={id}>
                  <td>
                    <Link to={`${page.head.base}/dossiers/${id}/instruction`}>
                      {number} · {title || t('untitled')}
                    </Link>
                  </td>
                  <td data-label={t('jury.column.readers')}>
                    <ul className="plain">
                      {readers.map((one) => (
                        <li key={one.name} className={one.handedIn ? undefined : 'muted'}>
                          {t(one.handedIn ? 'jury.readerDone' : 'jury.readerAwaited', { name: one.name })}
                        </li>
                      ))}
                    </ul>
                  </td>
                  <td className="n" data-label={t('jury.column.handedIn')}>
                    {readers.filter(({ handedIn }) => handedIn).length} / {readers.length}
                  </td>
                  <td className="n" data-label={t('jury.column.mean')}>
                    {mean} {parted ? <span className="tag bad">{t('jury.parted')}</span> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <VisibleBy who="team" />
    </div>
  )
}
