import { DocExplorer } from '@graphiql/plugin-doc-explorer'
import { QueryEditor, ResponseEditor, useEditorContext, useExecutionContext, VariableEditor } from '@graphiql/react'
import { useEffect, useRef, useState } from 'react'
import { CopyButton } from './copy-button.tsx'
import type { Example } from './example.ts'
import { ExampleTabs } from './example-tabs.tsx'
import { toPermalink } from './permalink.ts'
import { toCode } from './to-code.ts'
import { toCurl } from './to-curl.ts'

/** Width in px from which the documentation has a column of its own. */
const WIDE = '(min-width: 1100px)'

/** Questions, editors, response and documentation. The current question is sent when it is chosen. */
export function Workspace({ examples, first }: { readonly examples: readonly Example[]; readonly first: number }) {
  const { queryEditor, variableEditor, responseEditor } = useEditorContext({ nonNull: true })
  const { run, isFetching } = useExecutionContext({ nonNull: true })
  const [current, setCurrent] = useState(first)
  const [hasDocumentation, setDocumentation] = useState(() => matchMedia(WIDE).matches)
  /** Texts that the reader has changed, by place. */
  const changed = useRef(new Map<number, Pick<Example, 'query' | 'variables'>>())
  const isStarted = useRef(false)
  const isReady = queryEditor !== null && variableEditor !== null && responseEditor !== null

  useEffect(() => {
    if (!isReady || isStarted.current) return
    isStarted.current = true
    queryEditor.setOption('screenReaderLabel', 'Query')
    variableEditor.setOption('screenReaderLabel', 'Variables')
    responseEditor.setOption('screenReaderLabel', 'Response')
    run()
  }, [isReady, queryEditor, variableEditor, responseEditor, run])

  const query = (): string => queryEditor?.getValue() ?? ''
  const variables = (): string => variableEditor?.getValue() ?? ''
  const choose = (place: number): void => {
    const next = changed.current.get(place) ?? examples[place]
    if (!isReady || !next) return
    if (place !== current) {
      changed.current.set(current, { query: query(), variables: variables() })
      queryEditor.setValue(next.query)
      variableEditor.setValue(next.variables)
      setCurrent(place)
    }
    run()
  }
  return (
    <div className={hasDocumentation ? 'workspace with-documentation' : 'workspace'}>
      <ExampleTabs examples={examples} current={current} onChoose={choose} />
      <div
        role="tabpanel"
        id="answer"
        aria-labelledby={`question-${current}`}
        className="answer"
        aria-busy={isFetching}
      >
        <div role="toolbar" aria-label="Query" className="tools">
          <button type="button" className="run" onClick={() => run()} title="Ctrl+Enter in the query">
            Run
          </button>
          <CopyButton label="Copy as curl" textOf={() => toCurl(endpoint(), query(), variables())} />
          <CopyButton label="Copy address" textOf={() => toPermalink(location.href, query(), variables(), examples)} />
          <CopyButton label="Copy as code" textOf={() => toCode(query(), variables())} />
          <button
            type="button"
            aria-expanded={hasDocumentation}
            aria-controls="documentation"
            onClick={() => setDocumentation(!hasDocumentation)}
          >
            Documentation
          </button>
        </div>
        <section className="query-part" aria-label="Query">
          <QueryEditor />
        </section>
        <section className="variables-part">
          <h2>Variables</h2>
          <VariableEditor />
        </section>
        <section className="response-part" aria-label="Response">
          <ResponseEditor />
        </section>
      </div>
      <aside id="documentation" aria-label="Documentation" hidden={!hasDocumentation}>
        <DocExplorer />
      </aside>
    </div>
  )
}

const endpoint = (): string => `${location.origin}${location.pathname}`
