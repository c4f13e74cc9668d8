export type Toast = {
  id: number
  text: string
  /** Where to post to take it back, and what. */
  undo?: { action: string; fields: Record<string, string> }
}

let toasts: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()

const change = (now: readonly Toast[]) => {
  toasts = now
  for (const listener of listeners) listener()
}

/** Says that something was done, from anywhere; three at once at most. */
export const say = (toast: Omit<Toast, 'id'>) => change([...toasts.slice(-2), { ...toast, id: next++ }])
export const dismiss = (id: number) => change(toasts.filter((toast) => toast.id !== id))
export const current = () => toasts
export const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
