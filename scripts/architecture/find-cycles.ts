/** Finds circles in a graph of imports (Tarjan's strongly connected components); each is listed once. O(files + imports). */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const state: Walk = { graph, order: new Map(), low: new Map(), stack: [], on_stack: new Set(), cycles: [] };
  for (const node of graph.keys()) if (!state.order.has(node)) visit(node, state);
  return state.cycles;
}

interface Walk {
  graph: ReadonlyMap<string, readonly string[]>;
  order: Map<string, number>;
  low: Map<string, number>;
  stack: string[];
  on_stack: Set<string>;
  cycles: string[][];
}

function visit(node: string, state: Walk): void {
  const { graph, order, low, stack, on_stack } = state;
  const index = order.size;
  order.set(node, index);
  low.set(node, index);
  stack.push(node);
  on_stack.add(node);
  for (const next of graph.get(node) ?? []) {
    if (!order.has(next)) visit(next, state);
    if (on_stack.has(next)) low.set(node, Math.min(low.get(node) ?? index, low.get(next) ?? index));
  }
  if (low.get(node) !== index) return;
  const members = stack.splice(stack.indexOf(node));
  for (const member of members) on_stack.delete(member);
  if (members.length > 1 || graph.get(node)?.includes(node)) state.cycles.push(members);
}
