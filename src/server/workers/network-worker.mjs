import { parentPort } from 'node:worker_threads'
import ELK from 'elkjs/lib/elk.bundled.js'

const elk = new ELK()
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'SPLINES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.edgeLabels.inline': 'true',
  'elk.layered.thoroughness': '20',
  'elk.spacing.nodeNode': '28',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.randomSeed': '1',
}

parentPort.on('message', async ({ value }) => {
  try {
    const graph = {
      id: 'root',
      layoutOptions: { ...OPTIONS, 'elk.direction': 'DOWN' },
      children: value.nodes.map(({ id: node, width, height }) => ({ id: node, width, height })),
      edges: value.edges.map((edge) => ({
        id: edge.id,
        sources: [edge.from],
        targets: [edge.to],
        labels: [
          { text: edge.id, width: edge.width, height: edge.height, layoutOptions: { 'elk.edgeLabels.inline': 'true' } },
        ],
      })),
    }
    const placed = await elk.layout(graph)
    parentPort.postMessage({
      value: {
        width: placed.width,
        height: placed.height,
        nodes: placed.children.map(({ id: node, x, y }) => ({ id: node, x, y })),
        edges: placed.edges.map((edge) => ({
          id: edge.id,
          points: (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
            startPoint,
            ...bendPoints,
            endPoint,
          ]),
          label: { x: edge.labels[0].x, y: edge.labels[0].y },
        })),
      },
      message: '',
    })
  } catch (error) {
    parentPort.postMessage({ value: null, message: String(error) })
  }
})
