import type { Choice } from './choice-search.ts'

/** Check boxes of one name, in as many columns as there is room for. */
export function Boxes({ name, chosen, choices }: { name: string; chosen: string[]; choices: Choice[] }) {
  return (
    <div className="boxes">
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="checkbox"
            name={name}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  )
}
