export type EngineName = 'embedded' | 'neo4j'
