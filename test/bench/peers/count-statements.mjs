import { appendFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Socket } from 'node:net'

/*
 * Loaded with --import into a server that is asked one question after the other: writes the database hits of each
 * statement (SANAD_COUNTS_KIND=hits), or the bytes that arrive from Neo4j (bytes), to SANAD_COUNTS_FILE, one number a line.
 */
const { SANAD_COUNTS_FILE = '', SANAD_COUNTS_KIND, SANAD_COUNTS_PACKAGES = '', NEO4J_URI = '' } = process.env
const write = (count) => appendFileSync(SANAD_COUNTS_FILE, `${count}\n`)

if (SANAD_COUNTS_KIND === 'hits') {
  for (const folder of SANAD_COUNTS_PACKAGES.split(':'))
    profileAll(createRequire(`${folder}/package.json`)('neo4j-driver-core'))
} else {
  const port = Number(new URL(NEO4J_URI).port)
  const connect = Socket.prototype.connect
  Socket.prototype.connect = function (...args) {
    const [first] = args.flat()
    if (Number(first?.port ?? first) === port) this.on('data', (chunk) => write(chunk.length))
    return connect.apply(this, args)
  }
}

/** Prefixes each statement that reads with PROFILE, and writes the hits of its plan. */
function profileAll({ Session, Transaction, Result }) {
  for (const { prototype } of [Session, Transaction]) {
    const run = prototype.run
    prototype.run = function (query, ...rest) {
      const isRead =
        typeof query === 'string' && /^\s*(CYPHER|MATCH|UNWIND|CALL \(|CALL \{|CALL db\.index|OPTIONAL)/.test(query)
      return run.call(this, isRead ? profiled(query) : query, ...rest)
    }
  }
  let owner = Result.prototype
  while (owner && !Object.hasOwn(owner, '_releaseConnectionAndGetSummary')) owner = Object.getPrototypeOf(owner)
  const summarize = owner._releaseConnectionAndGetSummary
  owner._releaseConnectionAndGetSummary = function (metadata) {
    if (metadata?.profile) write(hitsOf(metadata.profile))
    return summarize.call(this, metadata)
  }
}

/** `CYPHER 5` and the like stay first. */
const profiled = (query) => query.replace(/^(\s*CYPHER [^\n]*\n)?/, (options) => `${options}PROFILE `)

const hitsOf = ({ dbHits, args, children = [] }) =>
  Number(dbHits ?? args?.DbHits ?? 0) + children.reduce((sum, child) => sum + hitsOf(child), 0)
