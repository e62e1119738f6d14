/** The order of an org chart: a unit, then everything below it, branch by branch. */
import type { TreeOnDay } from '@salesgraph/organization-model';
import type { Unit } from '../units/units.ts';

/** A place in an org chart. */
export interface ChartPlace<U> {
  unit: U;
  /** 0 for the top of the chart. */
  depth: number;
  /** The codes from the top down to this unit: charts are in the order of these paths. */
  path: readonly string[];
}

/** The places of a chart in its order, no deeper than asked for. @returns null when the top does not exist on the day */
export function chartOf<U extends Unit>(
  tree: TreeOnDay<U>,
  topId: string,
  depth = Number.POSITIVE_INFINITY,
): ChartPlace<U>[] | null {
  const top = tree.get(topId);
  if (!top) return null;
  const places: ChartPlace<U>[] = [];
  const add = (place: ChartPlace<U>) => {
    places.push(place);
    if (place.depth >= depth) return;
    for (const unit of tree.children(place.unit.id)) {
      add({ unit, depth: place.depth + 1, path: [...place.path, unit.code] });
    }
  };
  add({ unit: top, depth: 0, path: [top.code] });
  return places;
}

/** What a chart is ordered by: as texts, paths stand in the order of the tree, since nothing sorts before the separator. */
export const chartCursor = ({ path }: ChartPlace<unknown>): string[] => [path.join('\u0000')];
