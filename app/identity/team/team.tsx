import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { CIRCLES, type Circle, findGrants, PER_PAGE } from '#server/identity/grant/find-grants.server.ts'
import { findInvitations } from '#server/identity/invitation/find-invitation.server.ts'
import { sendInvitationAgain } from '#server/identity/invitation/send-again.server.ts'
import { withdrawInvitation } from '#server/identity/invitation/withdraw-invitation.server.ts'
import { identity } from '#server/identity/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { lastPageInstead } from '../../directory/read-search.server.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { Done } from './done.tsx'
import { PendingInvitations } from './pending-invitations.tsx'
import { roleWord } from './role-word.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, identity['team:read'])
  const query = new URL(args.request.url).searchParams
  const circle: Circle = CIRCLES.find((one) => one === query.get('qui')) ?? 'team'
  const asked = Number(query.get('page'))
  const page = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
  const { found, invitations } = await answering(args, async () => ({
    found: await findGrants(ctx, circle, page),
    invitations: await findInvitations(ctx),
  }))
  const pages = Math.max(1, Math.ceil(found.total / PER_PAGE))
  lastPageInstead(args, page, pages)
  const dates = days(ctx.locale, 'UTC')
  const day = (text: string | null) => text && dates.format(new Date(text))
  return {
    circle,
    page,
    pages,
    circles: CIRCLES,
    mayManage: may(ctx, identity['team:manage']),
    mayInvite: may(ctx, identity['representative:manage']),
    grants: found.grants.map((grant) => ({
      ...grant,
      startsOn: day(grant.startsOn),
      endsOn: day(grant.endsOn),
      revokedOn: day(grant.revokedOn),
    })),
    invitations: invitations.map(({ sentOn, expiresOn, ...one }) => ({
      ...one,
      sentOn: day(sentOn),
      expiresOn: day(expiresOn),
    })),
    title: i18nFor(ctx.locale).t('identity:team.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, identity['representative:manage'])
  const form = await submitted(args)
  const [again, withdraw] = [form.get('renvoyer'), form.get('retirer')]
  if (!again && !withdraw) throw data(null, { status: 400 })
  await answering(args, async () =>
    again
      ? sendInvitationAgain(ctx, recordId(String(again)))
      : withdrawInvitation(ctx, recordId(String(withdraw))),
  )
  return redirect(`/${ctx.network.slug}/bureau/equipe?fait=invitation-${again ? 'renvoyee' : 'retiree'}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

type Row = ReturnType<typeof useLoaderData<typeof loader>>['grants'][number]

function useColumns(circle: Circle, mayManage: boolean): Column<Row>[] {
  const { t } = useTranslation('identity')
  const person: Column<Row> = {
    key: 'person',
    label: t('team.person'),
    cell: (row) => (
      <>
        {mayManage ? <Link to={row.id}>{row.name}</Link> : row.name}
        <div className="small muted">{row.email}</div>
      </>
    ),
  }
  const role: Column<Row> = {
    key: 'role',
    label: t('team.role'),
    cell: (row) => {
      const word = t(`common:role.${roleWord(row.role, row.profile)}`)
      const missions = row.missions.map((mission) => t(`desk:mission.${mission}`)).join(', ')
      return missions ? t('team.limited', { role: word, missions }) : word
    },
  }
  const organisations: Column<Row> = {
    key: 'organisations',
    label: t('team.organisations'),
    cell: (row) => row.organisations.join(', ') || t('team.none'),
  }
  const since: Column<Row> = { key: 'since', label: t('team.since'), cell: (row) => row.startsOn }
  const until: Column<Row> = {
    key: 'until',
    label: t('team.until'),
    cell: (row) => row.endsOn ?? <span className="muted">{t('team.noEnd')}</span>,
  }
  const ended: Column<Row> = {
    key: 'ended',
    label: t('team.ended'),
    cell: (row) =>
      row.revokedOn
        ? t('team.endedBy', { name: row.revokedBy, date: row.revokedOn })
        : t('team.endedOn', { date: row.endsOn }),
  }
  if (circle === 'past') return [person, role, since, ended]
  return circle === 'organisations'
    ? [person, organisations, role, since, until]
    : [person, role, since, until]
}

export default function Team() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('identity')
  const columns = useColumns(page.circle, page.mayManage)
  const [query] = useSearchParams()
  return (
    <div className="stack">
      <div className="row">
        <h1 className="grow">{t('team.title')}</h1>
        <Link className="btn" to="../roles">
          {t('team.roles')}
        </Link>
        {page.mayManage ? (
          <Link className="btn primary" to="inviter">
            {t('team.invite')}
          </Link>
        ) : null}
      </div>
      <Done />
      {page.invitations.length > 0 ? (
        <PendingInvitations
          invitations={page.invitations}
          mayManage={page.mayManage}
          mayInvite={page.mayInvite}
        />
      ) : null}
      <nav className="nav" aria-label={t('team.title')}>
        {page.circles.map((one) => (
          <Link
            key={one}
            to={one === 'team' ? '?' : `?qui=${one}`}
            aria-current={page.circle === one ? 'page' : undefined}
          >
            {t(`team.circle.${one}`)}
          </Link>
        ))}
      </nav>
      {page.grants.length === 0 ? (
        <p className="empty">{t(`team.empty.${page.circle}`)}</p>
      ) : (
        <DataTable
          caption={t(`team.circle.${page.circle}`)}
          columns={columns}
          rows={page.grants}
          rowKey={(row) => row.id}
        />
      )}
      {page.pages > 1 ? <Pagination key={query.toString()} page={page.page} pages={page.pages} /> : null}
      <VisibleBy who="team" />
    </div>
  )
}
