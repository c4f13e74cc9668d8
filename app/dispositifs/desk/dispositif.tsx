import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { archiveDispositif } from '#server/dispositifs/dispositif/archive-dispositif.server.ts'
import { getDispositif } from '#server/dispositifs/dispositif/get-dispositif.server.ts'
import {
  publishDispositif,
  withdrawDispositif,
} from '#server/dispositifs/dispositif/publish-dispositif.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { money } from '../figures.ts'
import { ruleWords } from '../rule-words.ts'
import { Done, FaultNote } from '../told.tsx'
import { callOf } from './call-words.server.ts'
import { refusedAct } from './dispositif-values.server.ts'
import { RulesInForce } from './rules-in-force.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const found = await answering(args, async () => getDispositif(ctx, recordId(args.params.id)))
  const { id, code, name, aliases, summary, funder, legalText, contact, intake, intakeUrl } = found
  const euros = (cents: number) => money(cents, ctx.locale)
  const { t } = i18nFor(ctx.locale)
  return {
    ...{ id, code, name, aliases, summary, funder, legalText, contact, intake, intakeUrl },
    version: found.version,
    follows: found.follows ?? null,
    published: found.publishedAt !== null,
    archived: found.archivedAt !== null,
    base: `/${ctx.network.slug}/bureau/dispositifs`,
    rules: found.rules
      .map((rule) => ({ rule, says: ruleWords(rule, t, ctx.locale) }))
      .map(({ rule: { key, why, source, blocking }, says }) => ({
        says,
        ...{ key, blocking, why: why[ctx.locale], source: source.text, url: source.url ?? null },
      })),
    sessions: found.sessions.map(
      ({ opensAt, closesAt, timeZone, envelopeCents, requestedCents, ...session }) => ({
        ...session,
        call: callOf(ctx, { opensAt, closesAt, timeZone }, session.published && found.publishedAt !== null),
        envelope: envelopeCents === null ? null : euros(envelopeCents),
        requested: euros(requestedCents),
      }),
    ),
    mayWrite: may(ctx, dispositifs['dispositif:write']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const id = await answering(args, async () => recordId(args.params.id))
  const form = await submitted(args)
  const version = Number(form.get('version'))
  const acts: Record<string, { done: string; act: () => Promise<void> }> = {
    archiver: { done: 'dispositif-archive', act: () => archiveDispositif(ctx, id, true) },
    reprendre: { done: 'dispositif-repris', act: () => archiveDispositif(ctx, id, false) },
    publier: { done: 'dispositif-publie', act: () => publishDispositif(ctx, id, version) },
    retirer: { done: 'dispositif-retire', act: () => withdrawDispositif(ctx, id, version) },
  }
  const asked = acts[String(form.get('intent'))]
  if (!asked) throw data(null, { status: 400 })
  try {
    await asked.act()
  } catch (error) {
    const refused = refusedAct(error)
    if (refused) return data({ code: refused.code }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
  return redirect(`/${ctx.network.slug}/bureau/dispositifs/${id}?fait=${asked.done}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

type Session = Awaited<ReturnType<typeof loader>>['sessions'][number]

function useColumns(base: string): Column<Session>[] {
  const { t } = useTranslation('dispositifs')
  return [
    {
      key: 'name',
      label: t('column.session'),
      cell: ({ id, name }) => <Link to={`${base}/sessions/${id}`}>{name}</Link>,
    },
    {
      key: 'call',
      label: t('column.call'),
      cell: ({ call, published }) => (
        <>
          <Badge tone={call.word === 'open' ? 'ok' : 'neutral'} label={t(`call.${call.word}`)} /> {call.until}
          {published ? null : <span className="muted small"> · {t('unpublished')}</span>}
        </>
      ),
    },
    { key: 'dossiers', label: t('column.dossiers'), number: true, cell: ({ dossiers }) => dossiers },
    { key: 'financed', label: t('column.financed'), number: true, cell: ({ financed }) => financed },
    { key: 'requested', label: t('column.requested'), number: true, cell: ({ requested }) => requested },
    { key: 'envelope', label: t('column.envelope'), number: true, cell: ({ envelope }) => envelope ?? '–' },
  ]
}

export default function Dispositif() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const columns = useColumns(page.base)
  const open = page.mayWrite && !page.archived
  const newSession = open ? (
    <Link className="btn primary" to="sessions/nouvelle">
      {t('session.new')}
    </Link>
  ) : null
  return (
    <div className="stack">
      <Breadcrumb trail={[{ to: page.base, label: t('title') }]} here={page.code} />
      <div className="row">
        <h1 className="grow">{page.name}</h1>
        <Link className="btn" to="formulaire">
          {t('seeForm')}
        </Link>
        <Link className="btn" to="modele">
          {t('templates.side')}
        </Link>
        <Link className="btn" to="lettres">
          {t('follow.letters.title')}
        </Link>
        {open ? (
          <Link className="btn" to="personnaliser">
            {t('papers.builder.title')}
          </Link>
        ) : null}
        {open ? (
          <Link className="btn" to="modifier">
            {t('edit')}
          </Link>
        ) : null}
      </div>
      <Done of="desk" />
      <FaultNote refused={refused} />
      {page.follows?.newer && !page.archived ? (
        <p className="notice row">
          <span className="grow">{t('templates.waits', { version: page.follows.newer })}</span>
          <Link className="btn" to="modele">
            {t('templates.see')}
          </Link>
        </p>
      ) : null}
      <p className="row">
        <Badge tone="info" label={page.code} />
        <Badge
          tone={page.published ? 'ok' : 'neutral'}
          label={t(page.published ? 'published' : 'unpublished')}
        />
        {page.archived ? <Badge label={t('archived')} /> : null}
        {page.follows?.departed ? <Badge tone="wait" label={t('templates.departed')} /> : null}
        {page.aliases.length > 0 ? <span className="muted small">{page.aliases.join(' · ')}</span> : null}
      </p>
      <section className="stack" aria-labelledby="sessions">
        <div className="row">
          <h2 className="grow" id="sessions">
            {t('session.title')}
          </h2>
          {page.sessions.length > 0 ? newSession : null}
        </div>
        {page.sessions.length === 0 ? (
          <EmptyList text={t('session.empty')}>{newSession}</EmptyList>
        ) : (
          <DataTable
            caption={t('session.title')}
            columns={columns}
            rows={page.sessions}
            rowKey={({ id }) => id}
          />
        )}
      </section>
      <section className="card stack" aria-labelledby="presentation">
        <h2 id="presentation">{t('section.what')}</h2>
        {page.summary ? <p>{page.summary}</p> : null}
        <dl className="facts abreast">
          <Fact label={t('field.funder')} value={page.funder} />
          <Fact label={t('field.intake')} value={t(`intake.${page.intake}`)} />
          {page.intakeUrl ? (
            <Fact
              label={t('field.intakeUrl')}
              value={
                <a href={page.intakeUrl} rel="noreferrer">
                  {page.intakeUrl}
                </a>
              }
            />
          ) : null}
          <Fact label={t('field.contact')} value={page.contact} />
          <Fact label={t('field.legalText')} value={page.legalText} />
        </dl>
      </section>
      <RulesInForce rules={page.rules} />
      {page.mayWrite ? (
        <Form method="post" className="row">
          <input type="hidden" name="version" value={page.version} />
          {page.archived ? null : (
            <button
              className="btn"
              type="submit"
              name="intent"
              value={page.published ? 'retirer' : 'publier'}
            >
              {t(page.published ? 'withdraw' : 'publish')}
            </button>
          )}
          {page.archived ? (
            <button className="btn" type="submit" name="intent" value="reprendre">
              {t('restore')}
            </button>
          ) : (
            <ConfirmSubmit
              label={t('archive')}
              question={t('archiveQuestion', { name: page.code })}
              consequence={t('archiveConsequence')}
              name="intent"
              value="archiver"
            />
          )}
        </Form>
      ) : null}
    </div>
  )
}

function Fact({ label, value }: { label: string; value: ReactNode }) {
  if (!value) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
