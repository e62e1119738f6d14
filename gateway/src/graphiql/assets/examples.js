/* The operations that GraphiQL opens with; each is answered in one request through the graph. */

const month = (day, back) => {
  const date = new Date(Date.UTC(day.getFullYear(), day.getMonth() - back, 1));
  return date.toISOString().slice(0, 7);
};

const welcome = `# Welcome to Salesgraph.
#
# One graph over five services: who works where, which outlets serve which
# market, which customers are being won, and how well everybody performs.
# Choose above whom to ask as: the same question is answered by what that
# person may see. Ctrl-Enter runs it. The schema is behind the book icon.

query Company {
  me { code name role permissions }
  company {
    name
    leader { name }
    children {
      code
      name
      kind
      leader { name }
      memberCount(deep: true)
    }
  }
}
`;

const dashboard = `# The director's view: score, pipeline and outlets of every region.
query Dashboard($period: Month!) {
  company {
    name
    scorecard(period: $period) { score indicators { metric actual target attainment } }
    children(kind: REGION) {
      name
      leader { name }
      scorecard(period: $period) { score rank peers }
      pipeline { openCount openAmount { amount currency } weightedAmount { amount currency } }
      outlets(first: 5) { totalCount nodes { name kinds status } }
    }
  }
}
`;

const leaderboard = `# Sales engineers by score; a sales engineer sees the own row only.
query Leaderboard($period: Month!) {
  leaderboard(period: $period, first: 20) {
    totalCount
    nodes { rank score employee { name unit { name } } }
  }
}
`;

const statistics = `# Won and lost, by month and unit, agreeing with the deals to the cent.
query Statistics($from: Month!, $to: Month!) {
  salesStatistics(from: $from, to: $to, by: [MONTH, UNIT], filter: { unitLevel: REGION }) {
    totalCount
    nodes {
      month
      unit { name }
      wonAmount { amount currency }
      wonCount
      lostCount
      winRate
      averageDaysToClose
    }
  }
}
`;

const nearest = `# The outlets around a point, nearest first.
{
  nearestOutlets(latitude: 31.2304, longitude: 121.4737, kind: AFTER_SALES, first: 5) {
    distanceMetres
    outlet { name address status unit { name } }
  }
}
`;

/** @param today decides which months the examples ask for */
export const examples = (today) => {
  const period = { period: month(today, 1) };
  const tab = (query, variables) => ({
    query,
    variables: variables ? JSON.stringify(variables, null, 2) : null,
    headers: null,
  });
  return [
    tab(welcome),
    tab(dashboard, period),
    tab(leaderboard, period),
    tab(statistics, { from: month(today, 5), to: month(today, 0) }),
    tab(nearest),
  ];
};
