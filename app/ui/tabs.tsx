import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useHydrated } from './use-hydrated.ts'

export type Tab = { key: string; label: string; panel: ReactNode }

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** One panel at a time, arrows to go from one to the next; without script, all of them under their names. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  const [at, setAt] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  if (!useHydrated()) return <PlainPanels tabs={tabs} />
  const move = (event: KeyboardEvent) => {
    const next = STEPS[event.key]?.(at, tabs.length)
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }
  return (
    <div className="tabs">
      <div className="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab, index) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-controls={`${id}-${tab.key}-panel`}
            aria-selected={index === at}
            tabIndex={index === at ? 0 : -1}
            onClick={() => setAt(index)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab, index) => (
        <div
          key={tab.key}
          role="tabpanel"
          id={`${id}-${tab.key}-panel`}
          aria-labelledby={`${id}-${tab.key}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without any control is read with the keyboard too
          tabIndex={0}
          hidden={index !== at}
        >
          {tab.panel}
        </div>
      ))}
    </div>
  )
}

function PlainPanels({ tabs }: { tabs: Tab[] }) {
  return (
    <div className="tabs stack">
      {tabs.map((tab) => (
        <section key={tab.key}>
          <h3>{tab.label}</h3>
          {tab.panel}
        </section>
      ))}
    </div>
  )
}
