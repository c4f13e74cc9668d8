import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { DossierPart } from './dossier-parts.tsx'
import type { SessionPart } from './session-parts.tsx'

type Session = { id: string; name: string; code: string; dispositifId: string }
type Dossier = { id: string; number: number; title: string; state: string }

/** What each page asks of its reader, so that nobody is shown the way to a page that refuses them. */
const OF_SESSION = {
  dossiers: 'dossier:read',
  instruction: 'jury:read',
  decisions: 'decision:record',
  follow: 'dossier:read',
  letters: 'decision:record',
  laureates: 'dossier:read',
  frame: 'dispositif:read',
} as const satisfies Record<SessionPart, keyof typeof dispositifs>

const OF_DOSSIER = {
  dossier: 'dossier:read',
  holder: 'dossier:read',
  papers: 'dossier:read',
  instruction: 'jury:read',
  follow: 'dossier:read',
  thread: 'dossier:read',
  rehome: 'dossier:move',
} as const satisfies Record<DossierPart, keyof typeof dispositifs>

const open = <Part extends string>(ctx: StaffContext, parts: Record<Part, keyof typeof dispositifs>) =>
  (Object.keys(parts) as Part[]).filter((part) => may(ctx, dispositifs[parts[part]]))

const joined = (...names: string[]) => names.filter(Boolean).join(' · ')

/** What every page of a session says above all else: which one it is, and which of its pages this is. */
export function sessionHead(ctx: StaffContext, session: Session, part: SessionPart) {
  const { t } = i18nFor(ctx.locale)
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  return {
    ...{ base, part, dispositif: `${base}/${session.dispositifId}`, here: `${base}/sessions/${session.id}` },
    ...{ code: session.code, name: session.name, parts: open(ctx, OF_SESSION) },
    title: joined(
      part === 'dossiers' ? '' : t(`dispositifs:sessionParts.${part}`),
      `${session.code} · ${session.name}`,
    ),
  }
}

/** The same of a dossier. */
export function dossierHead(ctx: StaffContext, dossier: Dossier, session: Session, part: DossierPart) {
  const { t } = i18nFor(ctx.locale)
  const { base, dispositif, here, code, name } = sessionHead(ctx, session, 'dossiers')
  const { number, state } = dossier
  const project = dossier.title || t('dispositifs:untitled')
  return {
    ...{ base, part, dispositif, session: here, here: `${base}/dossiers/${dossier.id}` },
    ...{
      code,
      sessionName: name,
      number,
      project,
      state: state as DossierState,
      parts: open(ctx, OF_DOSSIER),
    },
    title: joined(
      part === 'dossier' ? '' : t(`dispositifs:dossierParts.${part}`),
      `${code} ${number} · ${project}`,
    ),
  }
}

export type SessionHead = ReturnType<typeof sessionHead>
export type DossierHead = ReturnType<typeof dossierHead>
