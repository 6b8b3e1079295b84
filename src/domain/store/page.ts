export interface PageRequest {
  /** 1 to 100 for a client. Work of the program itself reads up to 1,000 at a time. */
  readonly limit: number
  readonly backwards: boolean
  /** Exclusive bound: after it, or before it when backwards. */
  readonly cursor: PageCursor | null
}

export interface PageCursor {
  readonly key: string
  readonly id: string
}

export interface Page<T> {
  readonly items: readonly T[]
  /** Cursors of the items, in the same order. */
  readonly cursors: readonly PageCursor[]
  /** Whether more items follow in the direction of the page. */
  readonly hasMore: boolean
}
