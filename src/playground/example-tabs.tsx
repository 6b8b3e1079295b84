import { type KeyboardEvent, useRef } from 'react'
import type { Example } from './example.ts'

interface ExampleTabsProps {
  readonly examples: readonly Example[]
  readonly current: number
  readonly onChoose: (place: number) => void
}

/** Place of the next tab by key; the ends meet. */
const NEXT: Readonly<Record<string, (place: number, count: number) => number>> = {
  ArrowDown: (place, count) => (place + 1) % count,
  ArrowRight: (place, count) => (place + 1) % count,
  ArrowUp: (place, count) => (place + count - 1) % count,
  ArrowLeft: (place, count) => (place + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** The examples as tabs. Arrow keys move the focus, Enter and Space choose, as in every manual tab list. */
export function ExampleTabs({ examples, current, onChoose }: ExampleTabsProps) {
  const tabs = useRef<(HTMLButtonElement | null)[]>([])
  const move = (event: KeyboardEvent, place: number): void => {
    const next = NEXT[event.key]
    if (!next) return
    event.preventDefault()
    tabs.current[next(place, examples.length)]?.focus()
  }
  return (
    <div role="tablist" aria-label="Questions" aria-orientation="vertical" className="questions">
      {examples.map(({ title }, place) => (
        <button
          key={title}
          type="button"
          role="tab"
          id={`question-${place}`}
          aria-selected={place === current}
          aria-controls="answer"
          tabIndex={place === current ? 0 : -1}
          draggable={false}
          ref={(element) => {
            tabs.current[place] = element
          }}
          onClick={() => onChoose(place)}
          onKeyDown={(event) => move(event, place)}
        >
          {title}
        </button>
      ))}
    </div>
  )
}
