import { DOC_EXPLORER_PLUGIN, DocExplorerContextProvider } from '@graphiql/plugin-doc-explorer'
import { GraphiQLProvider } from '@graphiql/react'
import { createRoot } from 'react-dom/client'
import { readExamples } from './example.ts'
import { readPermalink } from './permalink.ts'
import { sendQuery } from './send-query.ts'
import { Workspace } from './workspace.tsx'

const place = document.querySelector('main')
if (place) start(place)

/** Replaces the texts of the examples, which the page has for readers without JavaScript, by the workspace. */
function start(place: HTMLElement): void {
  const { tabs, first } = readPermalink(new URL(location.href), readExamples(document))
  const begin = tabs[first]
  if (!begin) return
  const root = createRoot(place)
  root.render(
    <GraphiQLProvider
      fetcher={sendQuery}
      defaultTabs={[{ query: begin.query, variables: begin.variables }]}
      query={begin.query}
      variables={begin.variables}
      storage={NO_STORAGE}
      plugins={[DOC_EXPLORER_PLUGIN]}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      schemaDescription
    >
      <DocExplorerContextProvider>
        <Workspace examples={tabs} first={first} />
      </DocExplorerContextProvider>
    </GraphiQLProvider>,
  )
}

/** Nothing is remembered in the browser: a query that should stay is in its address. */
const NO_STORAGE = { length: 0, getItem: () => null, setItem: () => {}, removeItem: () => {}, clear: () => {} }
