import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { identity } from '#server/identity/permissions.ts'
import { answers } from '#server/kernel/permissions.ts'
import { PERMISSIONS } from '#server/permissions.ts'
import { PROFILES, type Profile, ROLES, type Role } from '#tenants/roles.ts'
import { guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Icon } from '../../ui/icons.tsx'
import { roleWord } from './role-word.ts'

type Who = { role: Role; profile: Profile | null }

/** Every role, the team's by what each does in it. */
const WHO: Who[] = ROLES.flatMap((role): Who[] =>
  role === 'staff' ? PROFILES.map((profile) => ({ role, profile })) : [{ role, profile: null }],
)

/** The page of who may do what: the rules themselves, asked one by one. */
export function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, identity['team:read'])
  const groups = Object.entries(PERMISSIONS).map(([key, actions]) => ({
    key,
    actions: Object.entries(actions)
      .filter(([, rule]) => !rule.module || ctx.network.modules.includes(rule.module))
      .map(([action, rule]) => ({
        key: action.replaceAll(':', '_'),
        may: WHO.map((who) => answers({ ...who, missions: [], programmeId: null }, rule)),
      })),
  }))
  return { groups, who: WHO, title: i18nFor(ctx.locale).t('identity:roles.title') }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Roles() {
  const { groups, who } = useLoaderData<typeof loader>()
  const { t } = useTranslation('identity')
  const names = who.map(({ role, profile }) => t(`common:role.${roleWord(role, profile)}`))
  return (
    <div className="stack">
      <h1>{t('roles.title')}</h1>
      <p className="muted">{t('roles.lead')}</p>
      <section
        className="matrix"
        aria-label={t('roles.what')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what overflows is scrolled with the keyboard too
        tabIndex={0}
      >
        <table>
          <caption className="sr-only">{t('roles.what')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('roles.action')}</th>
              {names.map((name) => (
                <th key={name} scope="col">
                  <span>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.key}>
              <tr>
                <th scope="rowgroup" colSpan={names.length + 1}>
                  {t(`roles.group.${group.key}`)}
                </th>
              </tr>
              {group.actions.map((action) => (
                <tr key={action.key} data-action={action.key}>
                  <th scope="row">{t(`roles.can.${action.key}`)}</th>
                  {action.may.map((yes, at) => (
                    <td key={names[at]} data-may={yes} data-label={names[at]}>
                      {yes ? <Icon name="check" /> : null}
                      <span className="sr-only">{t(yes ? 'roles.yes' : 'roles.no')}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </div>
  )
}
