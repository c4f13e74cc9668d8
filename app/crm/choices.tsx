type Choice = { value: string; label: string }
type BoxesProps = { name: string; chosen: string[]; choices: Choice[] }

export function Choices({ title, ...boxes }: BoxesProps & { title: string }) {
  return (
    <fieldset className="choices">
      <legend>{title}</legend>
      <Boxes {...boxes} />
    </fieldset>
  )
}

export function Boxes({ name, chosen, choices }: BoxesProps) {
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
