import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import type { SessionHead } from './heading-of.server.ts'
import { SessionParts } from './session-parts.tsx'

/** The head of each page of a session: which one it is, what may be done of it, and its other pages. */
export function SessionHeading({ head, children }: { head: SessionHead; children?: ReactNode }) {
  const { t } = useTranslation('dispositifs')
  const { base, dispositif, here, code, name, part } = head
  const trail = [
    { to: base, label: t('title') },
    { to: dispositif, label: code },
  ]
  return (
    <>
      {part === 'dossiers' ? (
        <Breadcrumb trail={trail} here={name} />
      ) : (
        <Breadcrumb trail={[...trail, { to: here, label: name }]} here={t(`sessionParts.${part}`)} />
      )}
      <div className="row title">
        <h1 className="grow">
          {code} · {name}
        </h1>
        {children ? <div className="row">{children}</div> : null}
      </div>
      <SessionParts base={here} parts={head.parts} />
    </>
  )
}
