/* The operations that GraphiQL opens with; each is answered in one request through the graph. */

const month = (day, back) => {
  const date = new Date(Date.UTC(day.getFullYear(), day.getMonth() - back, 1));
  return date.toISOString().slice(0, 7);
};

const welcome = `# One graph over five services.
#
# Choose at the top whom to ask as: the same
# question is answered by what that person may
# see. Ctrl-Enter asks. The book explains it all.

query Company {
  me { code name role }
  company {
    name
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

const dashboard = (period) => `# The director's view of a month: how every region
# stands, and what is in its pipeline.
query Dashboard($period: Month! = "${period}") {
  company {
    name
    scorecard(period: $period) { score }
    children(kind: REGION) {
      name
      leader { name }
      scorecard(period: $period) { score rank peers }
      pipeline {
        openCount
        openAmount { amount currency }
        weightedAmount { amount currency }
      }
      outlets(first: 3) {
        totalCount
        nodes { name kinds status }
      }
    }
  }
}
`;

const leaderboard = (period) => `# Sales engineers by score. A sales engineer sees
# the own row only, with its true rank.
query Leaderboard($period: Month! = "${period}") {
  leaderboard(period: $period, first: 20) {
    totalCount
    nodes {
      rank
      score
      employee { name unit { name } }
    }
  }
}
`;

const explain = (period) => `# Why is my score what it is? Down to the deals.
# Ask as a sales engineer.
query Explain($period: Month! = "${period}") {
  me {
    name
    scorecard(period: $period) {
      score
      rank
      peers
      indicators {
        metric
        actual
        target
        attainment
        points
        credits(first: 5) {
          nodes {
            businessDate
            share
            amount { amount currency }
            opportunity { code customer { name } }
          }
        }
      }
    }
  }
}
`;

const statistics = (from, to) => `# Won and lost, by month and region, agreeing with
# the deals to the cent.
query Statistics($from: Month! = "${from}", $to: Month! = "${to}") {
  salesStatistics(
    from: $from
    to: $to
    by: [MONTH, UNIT]
    filter: { unitLevel: REGION }
  ) {
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

const nearest = `# Where to have a car serviced, nearest first, from
# the Bund in Shanghai.
query Nearest {
  nearestOutlets(
    latitude: 31.2397
    longitude: 121.4908
    kind: AFTER_SALES
    first: 5
  ) {
    distanceMetres
    outlet { name address status unit { name } }
  }
}
`;

/** @param today decides which months the examples ask for */
export const examples = (today) => {
  const last = month(today, 1);
  const documents = [
    welcome,
    dashboard(last),
    leaderboard(last),
    explain(last),
    statistics(month(today, 6), last),
    nearest,
  ];
  return documents.map((query) => ({ query, variables: null, headers: null }));
};
