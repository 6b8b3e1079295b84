import { useEffect, useState } from 'react'

const SHOWN_MS = 2000

/** A button that copies a text and then says so, or shows why it could not. */
export function CopyButton({ label, textOf }: { readonly label: string; readonly textOf: () => string }) {
  const [outcome, setOutcome] = useState('')
  useEffect(() => {
    if (outcome === '') return
    const timer = setTimeout(() => setOutcome(''), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(textOf())
      setOutcome('Copied')
    } catch (error) {
      setOutcome(error instanceof SyntaxError ? 'Variables are no JSON' : 'Copying is not allowed')
    }
  }
  return (
    <button type="button" onClick={() => void copy()}>
      <span aria-live="polite">{outcome === '' ? label : outcome}</span>
    </button>
  )
}
